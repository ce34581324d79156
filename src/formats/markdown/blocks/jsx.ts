import { type Cursor, isBlank } from './cursor.ts';
import { isBlankSign, trimEnd } from './lines.ts';
import type { Context, Start, Verbatim } from './start.ts';

/** Tags and `{expressions}` with lines of their own; the lines between two tags are Markdown. */
export function jsxAt({ text, next, end }: Cursor, { lines }: Context): Start | undefined {
  const isOpen = lines.length > 0;
  const chunk = text.slice(next, isOpen ? end : blankLineAfter(text, end));
  let at = 0;
  while (isPiece(chunk, at)) {
    const after = pieceEnd(chunk, at);
    if (after === undefined) return isOpen ? undefined : upToOffset(next + chunk.length, end);
    at = after;
    while (isBlankSign(chunk.charCodeAt(at))) at += 1;
  }
  const isAlone = at > 0 && (at === chunk.length || chunk[at] === '\n' || chunk[at] === '\r');
  return isAlone ? upToOffset(next + trimEnd(chunk, 0, at), end) : undefined;
}

/** `import` and `export`, up to a blank line outside of all brackets. */
export function moduleAt({ text, next, end }: Cursor, { lines }: Context): Start | undefined {
  const head = text.slice(next, end);
  if (lines.length > 0 || !/^(?:import|export)[ {]/.test(head)) return undefined;
  let depth = bracketsIn(head);
  const ends = (line: Cursor) => {
    if (isBlank(line)) return depth <= 0;
    depth += bracketsIn(line.text.slice(line.next, line.end));
    return false;
  };
  return { kind: 'verbatim', language: 'other', until: { ends, includes: false } };
}

/** Attributes are text, so the tags are read as HTML. */
function upToOffset(offset: number, end: number): Verbatim {
  const until = { ends: (line: Cursor) => line.end >= offset, includes: true };
  return { kind: 'verbatim', language: 'html', until: offset <= end ? undefined : until };
}

const isPiece = (chunk: string, at: number): boolean =>
  chunk[at] === '{' || (chunk[at] === '<' && /[a-z/>_$]/i.test(chunk[at + 1] ?? ''));

/** Behind a tag or an expression; braces and angles in quoted texts do not count. */
function pieceEnd(chunk: string, start: number): number | undefined {
  const isTag = chunk[start] === '<';
  let depth = 0;
  for (let at = start; at < chunk.length; at += 1) {
    const sign = chunk[at] ?? '';
    if (sign === '{') depth += 1;
    else if (sign === '}') depth -= 1;
    else if (sign === '"' || sign === '`' || (sign === "'" && at > start + 1)) at = quoteEnd(chunk, at);
    if (depth === 0 && sign === (isTag ? '>' : '}')) return at + 1;
  }
  return undefined;
}

/** The quote that closes, or this one, where none does: an apostrophe. */
function quoteEnd(chunk: string, at: number): number {
  const close = chunk.indexOf(chunk[at] ?? '', at + 1);
  return close < 0 ? at : close;
}

function blankLineAfter(text: string, from: number): number {
  blankLine.lastIndex = from;
  return blankLine.exec(text)?.index ?? text.length;
}

/** After the break of a line, so that looking for it costs no more than the text before it. */
const blankLine = /(?:\r\n|\r|\n)[ \t]*(?=[\r\n]|$)/g;

function bracketsIn(line: string): number {
  return (line.match(/[([{]/g)?.length ?? 0) - (line.match(/[)\]}]/g)?.length ?? 0);
}
