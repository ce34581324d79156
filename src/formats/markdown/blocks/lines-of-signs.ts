import { type Cursor, indentOf } from './cursor.ts';
import { isBlankSign, runEnd, trimEnd, trimStart } from './lines.ts';
import type { Context, Start } from './start.ts';

/** `# Heading ##`; the signs at the end are no part of it. */
export function headingAt({ text, next, end }: Cursor): Start | undefined {
  const signs = runEnd(text, next, end);
  if (signs - next > 6 || (signs < end && !isBlankSign(text.charCodeAt(signs)))) return undefined;
  const start = trimStart(text, signs, end);
  return { kind: 'heading', content: { start, end: headingEnd(text, start, end) } };
}

/** Where the text of a heading ends: before signs that close it, and attributes on either side of them. */
function headingEnd(text: string, start: number, end: number): number {
  const last = withoutAttributes(text, start, trimEnd(text, start, end));
  return withoutAttributes(text, start, withoutClosing(text, start, last));
}

/** Before the signs at the end that close a heading. */
export function withoutClosing(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && text.charCodeAt(at - 1) === 35) at -= 1;
  if (at === end || (at > start && !isBlankSign(text.charCodeAt(at - 1)))) return end;
  return trimEnd(text, start, at);
}

/** `{#id .class key=value}` behind a blank. */
export function withoutAttributes(text: string, start: number, end: number): number {
  if (text.charCodeAt(end - 1) !== 125) return end;
  const open = start + text.slice(start, end).lastIndexOf('{');
  if (open < start || (open > start && !isBlankSign(text.charCodeAt(open - 1)))) return end;
  return isAttributes(text.slice(open, end)) ? trimEnd(text, start, open) : end;
}

/** `{#id .class key=value}`, `{: .class}`, and what Docusaurus writes for them in MDX. */
export function isAttributes(text: string): boolean {
  return attributes.test(text);
}

const attributes = /^\{:? *(?:[#.][^\s{}]+|[\w-]+=|toc\b)[^{}]*\}$|^\{\/\*[^{}]*\*\/\}$/;

/** `[x] ` at the start of an item */
export function isTask(head: string): boolean {
  return /^\[[ \tx]\](?:\s|$)/i.test(head);
}

/** `***`, `- - -`, `___` */
export function isRuler({ text, next, end }: Cursor): boolean {
  const code = text.charCodeAt(next);
  let count = 0;
  for (let at = next; at < end; at += 1) {
    const other = text.charCodeAt(at);
    if (other === code) count += 1;
    else if (!isBlankSign(other)) return false;
  }
  return count > 2;
}

/** `===` or `---` under the lines of a paragraph. */
export function isUnderline({ text, next, end }: Cursor, { lines, isLazy }: Context): boolean {
  return lines.length > 0 && !isLazy && runEnd(text, next, end) === trimEnd(text, next, end);
}

/** `- `, `12. `, `3) `; a paragraph is interrupted by a list that begins with 1 and has a text. */
export function itemAt(line: Cursor, { lines, isLazy }: Context): Start | undefined {
  const { text, next, end } = line;
  const digits = digitsEnd(text, next, end);
  if (digits > next && !isDelimiter(text.charCodeAt(digits))) return undefined;
  const after = digits + 1;
  if (digits - next > 9 || after > end || (after < end && !isBlankSign(text.charCodeAt(after)))) return undefined;
  if (lines.length > 0 && !isLazy) {
    if (trimStart(text, after, end) === end) return undefined;
    if (digits > next && !(digits === next + 1 && text.charCodeAt(next) === 49)) return undefined;
  }
  return { kind: 'item', end: after };
}

/** What the lines of an item that begins here are indented by. */
export function itemWidth(line: Cursor, markerIndent: number, marker: number): number {
  const blanks = indentOf(line);
  const usesAll = blanks >= 1 && blanks <= 4 && line.next < line.end;
  return markerIndent + marker + (usesAll ? blanks : 1);
}

function digitsEnd(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isDigit(text.charCodeAt(at))) at += 1;
  return at;
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isDelimiter = (code: number): boolean => code === 46 || code === 41;
