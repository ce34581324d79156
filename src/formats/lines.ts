import type { Range } from '../model.ts';

/** A line without its end. */
export interface Line extends Range {
  readonly content: string;
}

/** The lines of a document, whatever ends them; a BOM is in none. */
export function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  let start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  for (const { 0: lineEnd, index } of text.matchAll(/\r\n|\r|\n/g)) {
    lines.push({ start, end: index, content: text.slice(start, index) });
    start = index + lineEnd.length;
  }
  lines.push({ start, end: text.length, content: text.slice(start) });
  return lines;
}
