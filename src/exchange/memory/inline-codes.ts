import type { XmlElement } from '../xml.ts';
import type { InlineCode, InlineText } from './memory-unit.ts';

/** Elements that hold what another format has in this place. */
const kinds: Readonly<Record<string, InlineCode['kind']>> = {
  bpt: 'open',
  ept: 'close',
  ph: 'alone',
  it: 'alone',
  ut: 'alone',
};

/** The text of a `<seg>` that we wrote ourselves: every code stays. */
export function ownText(seg: XmlElement): InlineText {
  return joined(piecesOf(seg, (code) => [code]));
}

/**
 * The text of another tool's `<seg>`. Codes of HTML stay, since documents have them; placeholders are text; all others
 * (RTF, the numbered tags of tools) say nothing here and go. Line breaks are the file's.
 */
export function foreignText(seg: XmlElement): InlineText {
  let isDropped = false;
  const pieces = piecesOf(seg, (code) => {
    if (isPlaceholder(code.content)) return [code.content];
    if (isHtml(code.content)) return [code];
    isDropped = true;
    return [];
  });
  return trimmed(joined(pieces).map((piece) => (typeof piece === 'string' ? folded(piece, isDropped) : piece)));
}

function piecesOf(
  { children }: XmlElement,
  take: (code: InlineCode) => readonly (string | InlineCode)[],
): (string | InlineCode)[] {
  return children.flatMap((child) => {
    if (typeof child === 'string') return [child];
    const kind = kinds[child.name];
    // Highlights and subflows are text, and so is what stands in elements that nobody knows.
    return kind === undefined ? piecesOf(child, take) : take(codeOf(child, kind));
  });
}

function codeOf(element: XmlElement, kind: InlineCode['kind']): InlineCode {
  const { i, pos } = element.attributes;
  const content = contentOf(element);
  if (kind === 'alone' && element.name === 'it') return { kind: pos === 'end' ? 'close' : 'open', content };
  return kind === 'alone' ? { kind, content } : { kind, content, pair: i ?? '' };
}

/** Subflows are part of the code that they stand in: `<a title="…">`. */
function contentOf({ children }: XmlElement): string {
  return children.map((child) => (typeof child === 'string' ? child : contentOf(child))).join('');
}

/** `{0}`, `{{name}}`, `%1$s`, `%{count}`, `${total}`, `:user`. */
const isPlaceholder = (content: string): boolean =>
  /^(?:\{{1,2}[\w .$:,-]*\}{1,2}|%(?:\d{1,3}\$)?[-+ #\d.]*[a-zA-Z@]|[%$]\{[\w .]*\}|%%|\$\w+)$/.test(content);

export const isHtml = (content: string): boolean => {
  const name = /^<\/?([a-z][a-z0-9]*)(?:\s[^<>]*)?\/?>$/i.exec(content)?.[1];
  return name !== undefined && inHtml.has(name.toLowerCase());
};

/** Phrasing content (https://html.spec.whatwg.org/multipage/dom.html#phrasing-content), as far as it stands in sentences. */
const inHtml: ReadonlySet<string> = new Set(
  'a abbr b bdi bdo br cite code del dfn em font i img ins kbd mark q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

/** Where a code went, the blanks on both sides are one. */
function folded(text: string, isDropped: boolean): string {
  const flat = text.replace(/\s+/gu, (blanks) => (/[\r\n]/.test(blanks) ? ' ' : blanks));
  return isDropped ? flat.replace(/ {2,}/g, ' ') : flat;
}

function trimmed(text: InlineText): InlineText {
  return text
    .map((piece, at) => {
      if (typeof piece !== 'string') return piece;
      const front = at === 0 ? piece.trimStart() : piece;
      return at === text.length - 1 ? front.trimEnd() : front;
    })
    .filter((piece) => piece !== '');
}

function joined(pieces: readonly (string | InlineCode)[]): InlineText {
  const out: (string | InlineCode)[] = [];
  for (const piece of pieces) {
    const last = out.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') out[out.length - 1] = last + piece;
    else if (piece !== '') out.push(piece);
  }
  return out;
}
