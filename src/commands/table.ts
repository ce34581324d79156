import pc from 'picocolors';
import stringWidth from 'string-width';

/** Rows under a head; the first column to the left, the others, numbers, to the right. */
export function table([head = [], ...rows]: readonly (readonly string[])[], color: boolean): string {
  const { bold } = pc.createColors(color);
  const widths = head.map((title, column) =>
    Math.max(...[title, ...rows.map((row) => row[column] ?? '')].map((cell) => stringWidth(cell))),
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => padded(cell, widths[column] ?? 0, column === 0))
      .join('  ')
      .trimEnd();
  return [bold(line(head)), ...rows.map(line)].join('\n');
}

function padded(cell: string, width: number, left: boolean): string {
  const blanks = ' '.repeat(Math.max(0, width - stringWidth(cell)));
  return left ? cell + blanks : blanks + cell;
}
