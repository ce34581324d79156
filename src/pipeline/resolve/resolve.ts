import { type Labels, readConflicts } from '../../conflicts.ts';
import { type MemoryEntry, memoryOf, pairsLeft } from '../../memory/index.ts';
import type { Entry, ReviewFile } from '../../model.ts';
import { isContested, type Piece, readBlocks, readReviewFile, writeBlocks } from '../../review-file/index.ts';
import { alignSides } from './align-sides.ts';
import { type Files, isUnanimous, mergeEntry, mergeHead, mergeTail, type Side } from './merge-pieces.ts';
import { type Outcome, settleRow } from './settle-row.ts';

/** A review file that git left in conflict: as each side has it, and as it was, where that is known. */
export interface ReviewSides {
  readonly ours: ReviewFile;
  readonly theirs: ReviewFile;
  readonly base?: ReviewFile | undefined;
}

export interface Choice {
  readonly labels: Labels;
  /** Whose entry stands where only people settle. */
  readonly keep?: Side | undefined;
}

export interface Resolution {
  readonly text: string;
  /** Entries that the sides had differently, or one of them alone, and about which there is no conflict any more. */
  readonly settled: number;
  readonly conflicts: readonly ReviewConflict[];
  /** What people wrote or accepted, and no entry says any more: the memory keeps it. */
  readonly left: readonly MemoryEntry[];
}

/** What only people settle; without entries it is what stands above them all. */
export interface ReviewConflict {
  /** Of its first marker in the text, from 1. */
  readonly line: number;
  readonly ours?: Entry | undefined;
  readonly theirs?: Entry | undefined;
}

/** A conflicted review file settled by law, entry by entry. Which side is called ours makes no difference to what is settled. */
export function resolveReview({ ours, theirs, base }: ReviewSides, { labels, keep }: Choice): Resolution {
  const files: Files = {
    ours: readBlocks(ours),
    theirs: readBlocks(theirs),
    base: base && readBlocks(base),
    languages: ours.languages,
    first: (ours.text ?? '') <= (theirs.text ?? '') ? 'ours' : 'theirs',
  };
  const [one, other] = files.first === 'ours' ? [ours, theirs] : [theirs, ours];
  const rows = alignSides({ one: one.entries, other: other.entries, base: base?.entries });
  const heads = headsIn(ours, theirs);
  const outcomes = rows.flatMap((row) => settleRow(row, (entry) => heads.has(entry)));
  const pieces = new Map(outcomes.map((outcome) => [chosen(mergeEntry(outcome, files), keep), outcome]));
  const head = chosen(mergeHead(files), keep);
  const { text, contested } = writeBlocks({ head, entries: [...pieces.keys()], tail: mergeTail(files) }, labels);
  const conflicts = [...contested].map(([piece, line]) => ({ line, ...sidesOf(pieces.get(piece), files) }));
  const differing = rows.filter((row) => !isUnanimous(row, files));
  const whole = [ours, theirs].some((file) => file.text?.includes('\r\n')) ? text.replaceAll('\n', '\r\n') : text;
  return {
    text: whole,
    settled: differing.length - conflicts.filter((conflict) => conflict.ours !== undefined).length,
    conflicts,
    left: leftBy({ ours, theirs }, whole),
  };
}

/** Entries that others are joined to. */
function headsIn(...reviews: readonly ReviewFile[]): ReadonlySet<Entry> {
  return new Set(reviews.flatMap(({ entries }) => entries.filter((_, at) => entries[at + 1]?.joined)));
}

function chosen(piece: Piece, keep: Side | undefined): Piece {
  return keep !== undefined && isContested(piece) ? piece[keep] : piece;
}

function sidesOf(outcome: Outcome | undefined, files: Files): Pick<ReviewConflict, 'ours' | 'theirs'> {
  const of = (side: Side) => outcome?.others.find((entry) => files[side].of.has(entry));
  return { ours: of('ours'), theirs: of('theirs') };
}

/** Read as anybody will read it, with either side of what is still in conflict. */
function leftBy({ ours, theirs }: ReviewSides, text: string): readonly MemoryEntry[] {
  const { path, source, languages } = ours;
  const conflicted = readConflicts(text);
  const versions = conflicted === undefined ? [text] : [conflicted.ours.text, conflicted.theirs.text];
  const standing = versions.flatMap((version) => readReviewFile(version, path, languages).entries);
  const after = memoryOf(source, standing);
  return [ours, theirs].flatMap((side) => pairsLeft(memoryOf(source, side.entries), after));
}
