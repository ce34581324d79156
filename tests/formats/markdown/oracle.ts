import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { inline } from '../../../src/formats/markdown/inline/index.ts';
import type { Code, Unit } from '../../../src/model.ts';

type Root = ReturnType<typeof fromMarkdown>;
type Nodes = Root['children'][number];

/** An inline node as both see it: its kind and where it stands, `link 0-10`. */
export type Seen = string;

export function unitOf(labels: readonly string[]): Unit {
  return { kind: 'paragraph', start: 0, end: 0, labels };
}

/** The content of the paragraph that an independent parser reads; `undefined` where it is none. */
export function paragraphOf(text: string, labels: readonly string[] = []): readonly Nodes[] | undefined {
  const definitions = labels.map((label) => (label.startsWith('^') ? `[${label}]: Note.` : `[${label}]: /url`));
  const root = fromMarkdown([text, ...definitions].join('\n\n'), {
    extensions: [gfm()],
    mdastExtensions: [gfmFromMarkdown()],
  });
  const [first, second] = root.children;
  const isWhole =
    first?.type === 'paragraph' && first.position?.start.offset === 0 && first.position.end.offset === text.length;
  const isAlone = second === undefined || second.type === 'definition' || second.type === 'footnoteDefinition';
  return isWhole && isAlone ? first.children : undefined;
}

/** What the independent parser sees; addresses without a position are links that it made of the text afterwards. */
export function seenByOracle(nodes: readonly Nodes[]): readonly Seen[] {
  return nodes.flatMap((node) => {
    const children = 'children' in node ? seenByOracle(node.children) : [];
    const kind = kinds.get(node.type);
    const { start, end } = node.position ?? {};
    if (kind === undefined || start === undefined || end === undefined) return children;
    return [`${kind} ${start.offset}-${end.offset}`, ...children];
  });
}

const kinds: ReadonlyMap<string, string> = new Map([
  ['emphasis', 'emphasis'],
  ['strong', 'strong'],
  ['delete', 'delete'],
  ['link', 'link'],
  ['linkReference', 'link'],
  ['image', 'image'],
  ['imageReference', 'image'],
  ['inlineCode', 'code'],
  ['html', 'tag'],
  ['footnoteReference', 'footnote'],
]);

export function seenByUs(text: string, unit: Unit): readonly Seen[] {
  const codes = inline.codes(text, unit);
  const seen: Seen[] = [];
  let alt = 0;
  for (const [index, code] of codes.entries()) {
    if (code.end <= alt || code.kind === 'escape' || (code.kind === 'close' && text[code.start] !== '<')) continue;
    const end = code.kind === 'open' ? endOf(codes, index, text) : code.end;
    const kind = kindOf(text.slice(code.start, code.end));
    if (kind !== undefined) seen.push(`${kind} ${code.start}-${end}`);
    if (kind === 'image') alt = end;
  }
  return seen;
}

/** A title stands in a pair of its own, right behind that of the text. */
function endOf(codes: readonly Code[], index: number, text: string): number {
  const { start, partner = -1 } = codes[index]!;
  const close = codes[partner]!;
  if (text[start] === '<') return text.indexOf('>', codes[index]!.end - 1) + 1;
  const title = codes[partner + 1];
  return close.start === close.end && title?.partner !== undefined ? codes[title.partner]!.end : close.end;
}

function kindOf(written: string): string | undefined {
  if (/^[*_]{1,2}$/.test(written)) return written.length === 1 ? 'emphasis' : 'strong';
  if (/^~+$/.test(written)) return 'delete';
  if (/^<[a-z][a-z0-9+.-]+:|^<[^\s<>]+@|^https?:|^www\.|^[\w.+-]+@/i.test(written)) return 'link';
  return first.find(([pattern]) => pattern.test(written))?.[1];
}

const first: readonly (readonly [RegExp, string])[] = [
  [/^`/, 'code'],
  [/^</, 'tag'],
  [/^!\[/, 'image'],
  [/^\[\^/, 'footnote'],
  [/^\[$/, 'link'],
];

/** All nodes but text, without the places where they stand: what a translation must keep. */
export function nodesOf(nodes: readonly Nodes[] | undefined): readonly string[] {
  return (nodes ?? [])
    .flatMap((node) => {
      if (node.type === 'text' || node.type === 'break') return [];
      const details = [
        'url' in node ? node.url : '',
        'value' in node ? node.value : '',
        'label' in node ? node.label : '',
      ];
      const kind = node.type.replace('Reference', '');
      return [`${kind} ${details.join('').trim()}`, ...nodesOf('children' in node ? node.children : [])];
    })
    .toSorted();
}
