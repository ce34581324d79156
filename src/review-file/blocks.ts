import type { Entry, ReviewFile } from '../model.ts';
import { emptyHead, tailOf } from './frame.ts';
import { dashOf, leadStart } from './write.ts';

/** An entry as it stands in a review file, or what stands above all entries. */
export interface Block {
  /** Comments above it, with the blank lines between them. */
  readonly lead: readonly string[];
  readonly lines: readonly string[];
  /** What its first line begins with; the others are indented as far. */
  readonly dash: string;
}

/** A review file in pieces; `tail` is what follows the last entry. */
export interface Blocks {
  readonly head: Block;
  readonly of: ReadonlyMap<Entry, Block>;
  readonly tail: readonly string[];
}

export function readBlocks({ entries, text = '' }: Pick<ReviewFile, 'entries' | 'text'>): Blocks {
  const lines = text.split('\n').map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
  const ends = new Set(entries.map((entry) => entry.lines?.end ?? -1));
  const above = ({ lines: own }: Entry) => leadStart(own?.start ?? 0, lines, ends);
  const blocks = entries.map((entry): [Entry, Block] => {
    const { start, end } = entry.lines ?? { start: 0, end: 0 };
    const lead = lines.slice(above(entry), start);
    const from = lead.findIndex((line) => line !== '');
    return [
      entry,
      { lead: from < 0 ? [] : lead.slice(from), lines: lines.slice(start, end), dash: dashOf(lines[start]) },
    ];
  });
  const [first] = entries;
  const head = first === undefined ? emptyHead(lines) : lines.slice(0, above(first));
  return { head: { lead: [], lines: head, dash: '' }, of: new Map(blocks), tail: tailOf({ entries }, lines) };
}

/** With another dash: files whose entries are indented differently cannot be one otherwise. */
export function withDash({ lead, lines, dash: own }: Block, dash: string): Block {
  if (own === dash) return { lead, lines, dash };
  const more = ' '.repeat(Math.max(0, dash.length - own.length));
  const less = new RegExp(`^ {0,${Math.max(0, own.length - dash.length)}}`);
  const [first = '', ...rest] = lines;
  const moved = rest.map((line) => (line === '' ? '' : more + line.replace(less, '')));
  return { lead, lines: [dash + first.slice(own.length), ...moved], dash };
}
