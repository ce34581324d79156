import { maskCodeSpans } from '../languages/protected/code-spans.ts';
import type { MarkupNode } from '../model.ts';

/** The tags and code spans of a text that no format reads, and the first tag that has no partner. */
export interface Tags {
  readonly nodes: readonly MarkupNode[];
  readonly torn?: MarkupNode | undefined;
}

const none: Tags = { nodes: [] };

export function tagsOf(text: string): Tags {
  if (!/[<`]/.test(text)) return none;
  const bare = maskCodeSpans(text);
  const spans = bare === text ? [] : codeSpans(text, bare);
  const open: MarkupNode[] = [];
  const nodes: MarkupNode[] = [];
  let torn: MarkupNode | undefined;
  for (const { 0: written, 1: slash, 2: name = '', 3: rest = '', index } of bare.matchAll(tag)) {
    const node = { name: `<${slash}${name}${idOf(rest)}>`, start: index, end: index + written.length };
    if (placeholder.test(name)) continue;
    nodes.push(node);
    if (slash === '/') {
      const partner = open.pop();
      if (!partner?.name.startsWith(`<${name}`)) torn ??= node;
    } else if (!rest.endsWith('/') && !empty.test(name)) open.push(node);
  }
  return { nodes: [...nodes, ...spans], torn: torn ?? open[0] };
}

/** Comments and declarations are no elements. */
const tag = /<(\/?)([A-Za-z][\w:.-]*)((?:[^<>"']|"[^"<]*"|'[^'<]*')*)>/g;
/** XLIFF's elements without content are placeholders. */
const placeholder = /^(?:x|ph|bx|ex|sc|ec|it)$/;
/** HTML's void elements. */
const empty = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i;

/** Two `<g>` are two elements: what names them belongs to them. Other attributes may be translated. */
function idOf(attributes: string): string {
  const id = /\sid\s*=\s*["']([^"']*)["']/.exec(attributes)?.[1];
  return id === undefined ? '' : ` id="${id}"`;
}

function codeSpans(text: string, bare: string): readonly MarkupNode[] {
  return Array.from(bare.matchAll(/\uFFFC+/g), ({ 0: { length }, index }) => {
    return { name: text.slice(index, index + length), start: index, end: index + length };
  }).filter(({ name }) => name.startsWith('`'));
}
