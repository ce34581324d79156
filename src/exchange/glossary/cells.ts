/**
 * A spreadsheet takes a cell for a formula that begins with one of these signs, and some read the full-width ones too.
 * Also behind a semicolon: where that is the separator, a cell begins there. An apostrophe in front makes it text, and
 * one more apostrophe is what a cell with apostrophes of its own gets, so that reading takes away exactly ours.
 */
export function guardFormulas(text: string): string {
  return text.replace(/(^|;)(?='*[=+\-@\t\r＝＋－＠])/gu, "$1'");
}

export function unguardFormulas(text: string): string {
  return text.replace(/(^|;)'(?='*[=+\-@\t\r＝＋－＠])/gu, '$1');
}

/** RFC 4180; also what other separators would take apart is quoted. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => quoted(guardFormulas(cell))).join(',')}\r\n`;
}

function quoted(cell: string): string {
  return /[",;\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
