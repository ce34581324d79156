import type { Entry, Languages } from '../../model.ts';
import { type Block, type Blocks, blockWith, fieldNames, mergeBlock, type Piece } from '../../review-file/index.ts';
import type { Aligned } from './align-sides.ts';
import type { Outcome } from './settle-row.ts';
import type { Settled } from './settle-sentence.ts';

/** The files that are merged, in pieces. */
export interface Files {
  readonly ours: Blocks;
  readonly theirs: Blocks;
  readonly base?: Blocks | undefined;
  readonly languages: Languages;
  /** The side whose text comes first, which decides where nothing else does. */
  readonly first: Side;
}
export type Side = 'ours' | 'theirs';

/** What stands in the merged file of an entry; contested where people have to choose. */
export function mergeEntry({ versions, others, base }: Outcome, files: Files): Piece {
  const [settled, contender] = versions;
  if (settled !== undefined && contender === undefined) {
    const beside = others.find((entry) => entry !== settled.of);
    const merging = {
      own: renewed(settled, files),
      other: beside && blockOf(beside, files),
      base: base && files.base?.of.get(base),
    };
    const block = mergeBlock(merging, fieldNames(files.languages));
    if (block !== undefined) return block;
  }
  const contested = versions.length === 2 ? versions : others.map((entry) => ({ of: entry, entry }));
  const of = (side: Side) => contested.find((each) => files[side].of.has(each.of));
  const [ours, theirs] = [of('ours'), of('theirs')];
  if (ours === undefined || theirs === undefined) throw new Error('a conflict has two sides');
  return { ours: renewed(ours, files), theirs: renewed(theirs, files), base: base && files.base?.of.get(base) };
}

/** What stands above all entries. Where the document stands is the run's business. */
export function mergeHead({ ours, theirs, base, first }: Files): Piece {
  const heads = first === 'ours' ? [ours.head, theirs.head] : [theirs.head, ours.head];
  const changed = heads.find((head) => !isSameBlock(head, base?.head)) ?? ours.head;
  const other = heads.find((head) => head !== changed);
  const merged = mergeBlock({ own: changed, other, base: base?.head }, ['source', 'segments']);
  return merged ?? { ours: ours.head, theirs: theirs.head, base: base?.head };
}

/** What stands below all entries: comments of either side. */
export function mergeTail({ ours, theirs }: Files): readonly string[] {
  const tails = [ours.tail.join('\n'), theirs.tail.join('\n')].toSorted();
  if (tails[0] === tails[1]) return ours.tail;
  const comments = new Set(tails.flatMap((tail) => tail.split('\n')).filter((line) => line !== ''));
  return comments.size === 0 ? [''] : ['', ...comments, ''];
}

/** Whether both sides have the same lines. */
export function isUnanimous({ one, other }: Aligned, files: Files): boolean {
  return one !== undefined && other !== undefined && isSameBlock(blockOf(one, files), blockOf(other, files));
}

const isSameBlock = (one: Block, other: Block | undefined): boolean =>
  JSON.stringify([one.lead, one.lines]) === JSON.stringify([other?.lead, other?.lines]);

function blockOf(entry: Entry, { ours, theirs }: Files): Block {
  const block = ours.of.get(entry) ?? theirs.of.get(entry);
  if (block === undefined) throw new Error('an entry of neither side');
  return block;
}

const renewed = ({ of, entry }: Settled, files: Files): Block =>
  blockWith(blockOf(of, files), { was: of, is: entry }, files.languages);
