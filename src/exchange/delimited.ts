/** A cell of a table as it reads, and where it begins. */
export interface Cell {
  readonly text: string;
  readonly start: number;
  readonly isLiteral: boolean;
  /** Signs that cannot stand in it as they are. */
  readonly reserved: string;
}

export type Row = readonly Cell[];

/** Rows of a file with tabs, one a line. Spreadsheets put a cell with quotation marks into more of them. */
export function tabbedRows(text: string): readonly Row[] {
  const rows: Row[] = [];
  let start = 0;
  for (const line of text.split(/\r\n|\r|\n/)) {
    let at = start;
    const row = line.split('\t').map((cell) => {
      const read = isQuoted(cell) ? cell.slice(1, -1).replaceAll('""', '"') : cell;
      const found = { text: read, start: at, isLiteral: read === cell, reserved: '"\t' };
      at += cell.length + 1;
      return found;
    });
    rows.push(row);
    start += line.length;
    start += text.startsWith('\r\n', start) ? 2 : 1;
  }
  return rows;
}

/** Only where a mark in it is doubled: elsewhere it is a quotation. */
function isQuoted(cell: string): boolean {
  if (cell.length < 4 || !cell.startsWith('"') || !cell.endsWith('"')) return false;
  const inner = cell.slice(1, -1);
  return inner.includes('""') && !inner.replaceAll('""', '').includes('"');
}

/** Rows of a CSV file (RFC 4180, or with semicolons or tabs); or where a quotation mark is open to the end of it. */
export function separatedRows(text: string): readonly Row[] | { readonly open: number } {
  const separator = separatorOf(text);
  const rows: Row[] = [];
  let row: Cell[] = [];
  for (let at = 0; at <= text.length; ) {
    const cell = text[at] === '"' ? quotedCell(text, at, separator) : plainCell(text, at, separator);
    if (cell === undefined) return { open: at };
    row.push(cell);
    at = cell.end + 1;
    if (text[cell.end] === separator) continue;
    rows.push(row);
    row = [];
    if (text.startsWith('\r\n', cell.end)) at += 1;
  }
  return rows;
}

interface ScannedCell extends Cell {
  readonly end: number;
}

function plainCell(text: string, start: number, separator: string): ScannedCell {
  const end = cellEnd(text, start, separator);
  return { text: text.slice(start, end), start, end, isLiteral: true, reserved: '",;\t' };
}

function quotedCell(text: string, start: number, separator: string): ScannedCell | undefined {
  let close = text.indexOf('"', start + 1);
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  if (close < 0) return undefined;
  const end = cellEnd(text, close + 1, separator);
  const raw = text.slice(start + 1, close);
  const read = raw.replaceAll('""', '"') + text.slice(close + 1, end);
  return { text: read, start: start + 1, end, isLiteral: read === raw, reserved: '"' };
}

function cellEnd(text: string, from: number, separator: string): number {
  let at = from;
  while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at += 1;
  return at;
}

/** What separates the most cells of the first line. */
function separatorOf(text: string): string {
  const counts = new Map([',', ';', '\t'].map((sign) => [sign, 0]));
  let isInside = false;
  for (const sign of text.slice(0, 10_000)) {
    if (sign === '"') isInside = !isInside;
    else if (!isInside && (sign === '\n' || sign === '\r')) break;
    else if (!isInside && counts.has(sign)) counts.set(sign, counts.get(sign)! + 1);
  }
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}
