import stringWidth from 'string-width';
import type { Speaker } from '../messages/index.ts';
import type { Document } from '../model.ts';
import type { Decision } from '../pipeline/index.ts';
import { visibleText } from '../reports/visible.ts';

/** `1:6  no break  month      Am 3. · Mai kam er.`: a line for each place where a sentence may end, with the text around it. */
export function decisionLines(
  decisions: readonly Decision[],
  { text }: Pick<Document, 'text'>,
  { say }: Speaker,
): readonly string[] {
  const places = placesOf(
    text,
    decisions.map(({ at }) => at),
  );
  const rows = decisions.map((decision, index) => [
    places[index] ?? '',
    say({ id: decision.break ? 'segment.break' : 'segment.join' }),
    visibleText(decision.rule),
    before(text, decision.at),
  ]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => stringWidth(row[column] ?? ''))));
  return rows.map((row, index) => {
    const { at, break: isBreak } = decisions[index] as Decision;
    const cells = row.map((cell, column) => padded(cell, widths[column] ?? 0, column === 3 ? 'right' : 'left'));
    return `${cells.join('  ')} ${isBreak ? '|' : '·'} ${after(text, at)}`;
  });
}

const around = 30;

const before = (text: string, at: number): string => shown(text.slice(Math.max(0, at - around), at));

const after = (text: string, at: number): string => shown(text.slice(at, at + around));

const shown = (piece: string): string => visibleText(piece.replace(/\s+/g, ' ').trim());

function padded(cell: string, width: number, side: 'left' | 'right'): string {
  const blanks = ' '.repeat(Math.max(0, width - stringWidth(cell)));
  return side === 'left' ? cell + blanks : blanks + cell;
}

/** `line:column` of each offset; they ascend. */
function placesOf(text: string, offsets: readonly number[]): readonly string[] {
  const starts = [0, ...Array.from(text.matchAll(/\r\n|\r|\n/g), ({ 0: end, index }) => index + end.length)];
  let line = 0;
  return offsets.map((at) => {
    while ((starts[line + 1] ?? Number.POSITIVE_INFINITY) <= at) line += 1;
    return `${line + 1}:${at - (starts[line] ?? 0) + 1}`;
  });
}
