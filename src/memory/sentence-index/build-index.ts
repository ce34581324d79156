import { bucketOf, shiftFor } from './bucket.ts';
import { newIndex, type SentenceIndex } from './layout.ts';

/** The tokens of sentences, one sentence after the other. */
export interface TokenTable {
  /** Where those of each sentence begin, and where the last ones end. */
  readonly starts: Uint32Array;
  readonly tokens: Int32Array;
}

export function buildIndex({ starts, tokens }: TokenTable): SentenceIndex {
  const ranks = ranksOf(starts);
  const sizes = { sentences: ranks.order.length, tokens: tokens.length, counts: ranks.counts.length };
  const buckets = bucketsFor(tokens.length);
  const { places, firsts } = placesOf({ starts, tokens, order: ranks.order }, buckets);
  const index = newIndex({ ...sizes, buckets, postings: firsts[buckets]! });
  index.starts.set(starts);
  index.tokens.set(tokens);
  index.order.set(ranks.order);
  index.counts.set(ranks.counts);
  index.firsts.set(ranks.firsts);
  index.buckets.set(firsts);
  fillPostings(index, places, firsts);
  return index;
}

/** So few tokens share one by chance that the lists of rare words stay short. */
const bucketsFor = (tokens: number): number => 2 ** Math.min(22, Math.max(8, Math.ceil(Math.log2(tokens / 8 + 1))));

/** The sentences by their counts of tokens, of equals in their own order. */
function ranksOf(starts: Uint32Array): Pick<SentenceIndex, 'order' | 'counts' | 'firsts'> {
  const tally = new Map<number, number>();
  for (let at = 1; at < starts.length; at += 1) {
    const count = starts[at]! - starts[at - 1]!;
    tally.set(count, (tally.get(count) ?? 0) + 1);
  }
  const counts = Uint32Array.from(tally.keys()).sort();
  const firsts = new Uint32Array(counts.length + 1);
  for (const [at, count] of counts.entries()) firsts[at + 1] = firsts[at]! + tally.get(count)!;
  const free = new Map([...counts].map((count, at) => [count, firsts[at]!]));
  const order = new Uint32Array(starts.length - 1);
  for (let at = 1; at < starts.length; at += 1) {
    const count = starts[at]! - starts[at - 1]!;
    order[free.get(count)!] = at - 1;
    free.set(count, free.get(count)! + 1);
  }
  return { order, counts, firsts };
}

interface Places {
  /** The bucket of each pair of neighbours, in the order of ranks; none where the sentence is in that bucket already. */
  readonly places: Uint32Array;
  /** Where the postings of each bucket begin, and where the last ones end. */
  readonly firsts: Uint32Array;
}

const none = 0xffffffff;

function placesOf({ starts, tokens, order }: TokenTable & Pick<SentenceIndex, 'order'>, buckets: number): Places {
  const places = new Uint32Array(tokens.length + order.length);
  // By bucket how many sentences there are, and the last of them: both are wanted at once.
  const tally = new Uint32Array(2 * buckets);
  const shift = shiftFor(buckets);
  let next = 0;
  for (let rank = 0; rank < order.length; rank += 1) {
    const slice = { tokens, start: starts[order[rank]!]!, end: starts[order[rank]! + 1]! };
    for (let at = 0; at <= slice.end - slice.start; at += 1) {
      const bucket = bucketOf(slice, at, shift);
      const isKnown = tally[2 * bucket + 1] === rank + 1;
      places[next] = isKnown ? none : bucket;
      next += 1;
      if (isKnown) continue;
      tally[2 * bucket]! += 1;
      tally[2 * bucket + 1] = rank + 1;
    }
  }
  const firsts = new Uint32Array(buckets + 1);
  for (let bucket = 0; bucket < buckets; bucket += 1) firsts[bucket + 1] = firsts[bucket]! + tally[2 * bucket]!;
  return { places, firsts };
}

/** `free`: where the next posting of each bucket belongs. */
function fillPostings({ starts, order, postings }: SentenceIndex, places: Uint32Array, free: Uint32Array): void {
  let next = 0;
  for (let rank = 0; rank < order.length; rank += 1) {
    const end = next + starts[order[rank]! + 1]! - starts[order[rank]!]! + 1;
    for (; next < end; next += 1) {
      const bucket = places[next]!;
      if (bucket === none) continue;
      postings[free[bucket]!] = rank;
      free[bucket]! += 1;
    }
  }
}
