import type { Labels } from '../conflicts.ts';
import { type Block, withDash } from './blocks.ts';

/** What stands in a merged review file: a block, or one of either side, for a person to choose from. */
export type Piece = Block | Contested;

export interface Contested {
  readonly ours: Block;
  readonly theirs: Block;
  readonly base?: Block | undefined;
}

export interface Pieces {
  readonly head: Piece;
  readonly entries: readonly Piece[];
  readonly tail: readonly string[];
}

export interface Written {
  readonly text: string;
  /** The line from 1 at which each contested piece begins. */
  readonly contested: ReadonlyMap<Piece, number>;
}

export const isContested = (piece: Piece): piece is Contested => 'ours' in piece;

/** A review file of pieces; contested ones stand in it as git writes conflicts. A base is shown where it has a label. */
export function writeBlocks({ head, entries, tail }: Pieces, labels: Labels): Written {
  const dash = entries.map((piece) => (isContested(piece) ? piece.ours : piece).dash).toSorted()[0] ?? '';
  const lines: string[] = [];
  const contested = new Map<Piece, number>();
  const write = (piece: Piece, own: string) => {
    if (isContested(piece)) contested.set(piece, lines.length + 1);
    lines.push(...(isContested(piece) ? conflictLines(piece, labels, own) : blockLines(piece, own)));
  };
  write(head, '');
  for (const [at, piece] of entries.entries()) {
    if (at > 0) lines.push('');
    write(piece, dash);
  }
  return { text: [...lines, ...tail].join('\n'), contested };
}

function blockLines(block: Block, dash: string): readonly string[] {
  const { lead, lines } = withDash(block, dash);
  return [...lead, ...lines];
}

function conflictLines({ ours, theirs, base }: Contested, labels: Labels, dash: string): readonly string[] {
  const marker = (sign: string, label: string) => `${sign.repeat(7)} ${label}`.trimEnd();
  const middle = base === undefined || labels.base === '' ? [] : [marker('|', labels.base), ...blockLines(base, dash)];
  return [
    marker('<', labels.ours),
    ...blockLines(ours, dash),
    ...middle,
    '=======',
    ...blockLines(theirs, dash),
    marker('>', labels.theirs),
  ];
}
