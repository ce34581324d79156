/**
 * A place in a line, which moves on. Columns are counted as CommonMark counts them: a tab reaches to the next multiple of
 * four, and may be used up in part.
 */
export interface Cursor {
  readonly text: string;
  at: number;
  column: number;
  /** Where the line ends, without its break. */
  end: number;
  /** The next sign that is no blank; `end` where only blanks are left. */
  next: number;
  nextColumn: number;
}

export function cursorOver(text: string): Cursor {
  return { text, at: 0, column: 0, end: 0, next: 0, nextColumn: 0 };
}

export function moveTo(line: Cursor, start: number, end: number): void {
  line.at = start;
  line.column = 0;
  line.end = end;
  measure(line);
}

/** Columns of blanks before the next sign. */
export function indentOf(line: Cursor): number {
  return line.nextColumn - line.column;
}

export function isBlank(line: Cursor): boolean {
  return line.next >= line.end;
}

/** Over as many columns of blanks; there are that many. */
export function skipColumns(line: Cursor, columns: number): void {
  const to = line.column + columns;
  while (line.column < to) {
    const width = line.text.charCodeAt(line.at) === tab ? 4 - (line.column % 4) : 1;
    if (line.column + width > to) {
      line.column = to;
      return;
    }
    line.at += 1;
    line.column += width;
  }
}

/** Over signs that are no blanks, up to an offset. */
export function skipSigns(line: Cursor, to: number): void {
  line.column = line.nextColumn + to - line.next;
  line.at = to;
  measure(line);
}

export const tab = 9;
export const space = 32;

function measure(line: Cursor): void {
  const { text, end } = line;
  let { at, column } = line;
  for (; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code === space) column += 1;
    else if (code === tab) column += 4 - (column % 4);
    else break;
  }
  line.next = at;
  line.nextColumn = column;
}
