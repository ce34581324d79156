import { bucketOf, shiftFor } from './bucket.ts';
import { longest } from './distance.ts';
import type { SentenceIndex } from './layout.ts';
import type { Window } from './window.ts';

/** Sentences that may be similar enough, and how many pairs of neighbouring tokens each was seen to share. */
export interface Candidates {
  /** Ranks: first those that still may, then those that were looked at. */
  readonly ranks: Uint32Array;
  /** By rank. */
  readonly hits: Uint16Array;
  length: number;
  seen: number;
  /** Pairs of the text that nobody looked up: each candidate may share these, too. */
  unseen: number;
}

/** For one look-up after the other: the arrays are as long as the index. */
export function createCandidates({ order }: SentenceIndex): Candidates {
  const sentences = order.length;
  return { ranks: new Uint32Array(sentences), hits: new Uint16Array(sentences), length: 0, seen: 0, unseen: 0 };
}

/**
 * The rarest pairs of the text are looked up until a sentence that has none of them cannot be similar enough; none is
 * missed. More of them are as long as that pays: they leave fewer sentences to compare.
 */
export function collect(candidates: Candidates, tokens: Int32Array, index: SentenceIndex, window: Window): void {
  candidates.seen = 0;
  candidates.unseen = tokens.length + 1;
  if (window.shared <= 0 || tokens.length > longest) collectAll(candidates, window);
  else collectSome(candidates, listsOf(tokens, index), window);
}

function collectSome(candidates: Candidates, lists: readonly List[], window: Window): void {
  let next = 0;
  for (; next < lists.length && candidates.unseen >= window.shared; next += 1) add(candidates, lists[next]!, window);
  candidates.length = candidates.seen;
  for (; next < lists.length && isWorth(lists[next]!, candidates); next += 1) {
    addAgain(candidates, lists[next]!, window);
    keepPossible(candidates, window);
  }
}

/** Ready for the next look-up. */
export function clear({ ranks, hits, seen }: Candidates): void {
  for (let at = 0; at < seen; at += 1) hits[ranks[at]!] = 0;
}

function collectAll(candidates: Candidates, { from, to }: Window): void {
  candidates.unseen = Number.POSITIVE_INFINITY;
  candidates.length = to - from;
  for (let rank = from; rank < to; rank += 1) candidates.ranks[rank - from] = rank;
}

/** The postings of a pair that the text has so many times. */
interface List {
  readonly postings: Uint32Array;
  readonly from: number;
  readonly to: number;
  weight: number;
}

/** The shortest first. */
function listsOf(tokens: Int32Array, { buckets, postings }: SentenceIndex): readonly List[] {
  const lists = new Map<number, List>();
  const [shift, slice] = [shiftFor(buckets.length - 1), { tokens, start: 0, end: tokens.length }];
  for (let at = 0; at <= tokens.length; at += 1) {
    const bucket = bucketOf(slice, at, shift);
    const known = lists.get(bucket);
    if (known === undefined)
      lists.set(bucket, { postings, from: buckets[bucket]!, to: buckets[bucket + 1]!, weight: 1 });
    else known.weight += 1;
  }
  return [...lists.values()].sort((a, b) => a.to - a.from - (b.to - b.from));
}

/** To read a posting costs a sixteenth of a comparison; a few comparisons are done sooner. */
function isWorth({ from, to }: List, { length }: Candidates): boolean {
  return length > 8 && to - from <= 16 * length;
}

function add(candidates: Candidates, { postings, from, to, weight }: List, window: Window): void {
  const { ranks, hits } = candidates;
  for (let at = firstFrom(postings, { from, to }, window.from); at < to && postings[at]! < window.to; at += 1) {
    const rank = postings[at]!;
    if (hits[rank] === 0) {
      ranks[candidates.seen] = rank;
      candidates.seen += 1;
    }
    hits[rank]! += weight;
  }
  candidates.unseen -= weight;
}

function addAgain(candidates: Candidates, { postings, from, to, weight }: List, window: Window): void {
  const { hits } = candidates;
  for (let at = firstFrom(postings, { from, to }, window.from); at < to && postings[at]! < window.to; at += 1) {
    const rank = postings[at]!;
    if (hits[rank] !== 0) hits[rank]! += weight;
  }
  candidates.unseen -= weight;
}

function keepPossible(candidates: Candidates, { shared }: Window): void {
  const { ranks, hits, unseen } = candidates;
  let kept = 0;
  for (let at = 0; at < candidates.length; at += 1) {
    if (hits[ranks[at]!]! + unseen < shared) continue;
    swap(ranks, at, kept);
    kept += 1;
  }
  candidates.length = kept;
}

export function swap(list: Uint32Array, one: number, other: number): void {
  const value = list[one]!;
  list[one] = list[other]!;
  list[other] = value;
}

/** Where the first number stands in a part of a growing list that is not below `least`. */
function firstFrom(list: Uint32Array, part: { readonly from: number; readonly to: number }, least: number): number {
  let { from, to } = part;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (list[middle]! < least) from = middle + 1;
    else to = middle;
  }
  return from;
}
