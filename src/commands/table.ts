import pc from 'picocolors';
import stringWidth from 'string-width';
import { visibleText } from '../reports/visible.ts';

export interface TableOptions {
  readonly color: boolean;
  /** Of the terminal; absent where lines may have any length. */
  readonly columns: number | undefined;
}

/**
 * Rows under a head, as lines: the first column to the left, the others, numbers, to the right. Where that is too wide each
 * row's first cell has a line of its own, with what the others are called below it.
 */
export function table([head = [], ...rows]: readonly (readonly string[])[], options: TableOptions): readonly string[] {
  const { bold } = pc.createColors(options.color);
  const shown = rows.map((row) => row.map(visibleText));
  const widths = head.map((title, column) =>
    Math.max(...[title, ...shown.map((row) => row[column] ?? '')].map((cell) => stringWidth(cell))),
  );
  const most = options.columns ?? Number.POSITIVE_INFINITY;
  if (widths.reduce((sum, width) => sum + width + 2, -2) > most)
    return shown.flatMap(([first = '', ...cells]) => [bold(first), ...named(cells, head.slice(1), most)]);
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => padded(cell, widths[column] ?? 0, column === 0))
      .join('  ')
      .trimEnd();
  return [bold(line(head)), ...shown.map(line)];
}

/** `Words 14 · Sentences 3`, on as many lines as it takes. */
function named(cells: readonly string[], names: readonly string[], most: number): readonly string[] {
  const lines: string[] = [];
  for (const [at, cell] of cells.entries()) {
    const part = `${names[at]} ${cell}`;
    const line = `${lines.at(-1)} · ${part}`;
    if (lines.length > 0 && stringWidth(line) <= most) lines[lines.length - 1] = line;
    else lines.push(`  ${part}`);
  }
  return lines;
}

function padded(cell: string, width: number, left: boolean): string {
  const blanks = ' '.repeat(Math.max(0, width - stringWidth(cell)));
  return left ? cell + blanks : blanks + cell;
}
