import type { Cursor } from './cursor.ts';
import { isBlankSign, trimEnd, trimStart } from './lines.ts';
import type { Context } from './start.ts';

/** `| --- | :-: |` below a line with as many cells. */
export function isDelimiterRow(line: Cursor, { lines, isLazy, mayHead }: Context): boolean {
  const { text, next, end } = line;
  const [start, last] = lines.slice(-2);
  if (start === undefined || last === undefined || isLazy || !mayHead) return false;
  const columns = delimiters(text, next, end);
  return columns !== undefined && columns === cellsIn(text, start, last).length / 2;
}

/** Starts and ends of the cells of a row, by turns, without the blanks around them. */
export function cellsIn(text: string, start: number, end: number): readonly number[] {
  const cells: number[] = [];
  const last = trimEnd(text, start, end);
  let from = text[start] === '|' ? start + 1 : start;
  for (let at = from; at < last; at += 1) {
    const code = text.charCodeAt(at);
    if (code === backslash) at += 1;
    else if (code === pipe) {
      addCell(cells, text, from, at);
      from = at + 1;
    }
  }
  if (from < last) addCell(cells, text, from, last);
  return cells;
}

const backslash = 92;
const pipe = 124;

function addCell(cells: number[], text: string, from: number, to: number): void {
  const start = trimStart(text, from, to);
  cells.push(start, trimEnd(text, start, to));
}

/** How many columns the row of signs has; `undefined`: it is none. A row needs a `|` or a `:`. */
function delimiters(text: string, start: number, end: number): number | undefined {
  let [columns, isMarked, dashes] = [0, false, 0];
  let isOpen = true;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 45) {
      if (!isOpen) return undefined;
      dashes += 1;
    } else if (code === 58) {
      if (dashes === 0 ? !isDash(text, at + 1) : !isDash(text, at - 1)) return undefined;
      isMarked = true;
      isOpen = dashes === 0;
    } else if (code === pipe) {
      if (dashes === 0 && at > start) return undefined;
      if (dashes > 0) columns += 1;
      [isMarked, isOpen, dashes] = [true, true, 0];
    } else if (!isBlankSign(code)) return undefined;
    else if (dashes > 0) isOpen = false;
  }
  if (dashes > 0) columns += 1;
  return isMarked && columns > 0 ? columns : undefined;
}

const isDash = (text: string, at: number): boolean => text.charCodeAt(at) === 45;
