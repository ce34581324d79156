import type { Nodes } from 'mdast';
import { directiveFromMarkdown } from 'mdast-util-directive';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { mathFromMarkdown } from 'mdast-util-math';
import { directive } from 'micromark-extension-directive';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import { math } from 'micromark-extension-math';

/** Another parser's tree of a document: CommonMark, GFM, front matter, math and directives. */
export function treeOf(text: string): Nodes {
  const matter = ['yaml' as const, 'toml' as const];
  return fromMarkdown(text, {
    extensions: [gfm(), frontmatter(matter), math(), directive()],
    mdastExtensions: [gfmFromMarkdown(), frontmatterFromMarkdown(matter), mathFromMarkdown(), directiveFromMarkdown()],
  });
}

/** `paragraph 0 12`: kind, start and end of each block of text that has a letter or a digit, without blanks at the ends. */
export function blocksOf(node: Nodes, text: string): readonly string[] {
  if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'tableCell')
    return 'children' in node ? node.children.flatMap((child) => blocksOf(child, text)) : [];
  const start = (node.children[0]?.position ?? node.position)?.start.offset ?? 0;
  const end = (node.children.at(-1)?.position ?? node.position)?.end.offset ?? 0;
  const raw = node.children.length === 0 ? '' : text.slice(start, end);
  if (!/[\p{L}\p{N}]/u.test(raw)) return [];
  const from = start + raw.length - raw.replace(/^[ \t]+/, '').length;
  const kind = node.type === 'tableCell' ? 'cell' : node.type;
  return [`${kind} ${from} ${start + raw.replace(/[ \t]+$/, '').length}`];
}

/** What a translation may not change: the tree without the text in its leaves. */
export function skeletonOf(node: Nodes): unknown {
  const { position: _, data: __, ...rest } = node;
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell')
    return { type: node.type, depth: node.type === 'heading' ? node.depth : undefined };
  if (node.type === 'definition') return { ...rest, title: typeof node.title };
  return 'children' in node ? { ...rest, children: node.children.map(skeletonOf) } : rest;
}
