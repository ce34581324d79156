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
  const buckets = bucketsFor(tokens.length);
  const table = { starts, tokens, order: ranks.order };
  const ends = new Uint32Array(buckets + 1);
  eachPosting(table, buckets, (bucket) => {
    ends[bucket + 1]! += 1;
  });
  for (let bucket = 0; bucket < buckets; bucket += 1) ends[bucket + 1]! += ends[bucket]!;
  const sizes = { sentences: ranks.order.length, tokens: tokens.length, counts: ranks.counts.length, buckets };
  const index = newIndex({ ...sizes, postings: ends[buckets]! });
  index.starts.set(starts);
  index.tokens.set(tokens);
  index.order.set(ranks.order);
  index.counts.set(ranks.counts);
  index.firsts.set(ranks.firsts);
  index.buckets.set(ends);
  eachPosting(table, buckets, (bucket, rank) => {
    index.postings[ends[bucket]!] = rank;
    ends[bucket]! += 1;
  });
  return index;
}

/** Few share one by chance, and the lists of most stay in the processor's cache. */
const bucketsFor = (tokens: number): number => 2 ** Math.min(22, Math.max(8, Math.ceil(Math.log2(tokens / 8 + 1))));

/** The sentences by their counts of tokens, of equals in their own order. */
function ranksOf(starts: Uint32Array): Pick<SentenceIndex, 'order' | 'counts' | 'firsts'> {
  const lengths = Uint32Array.from({ length: starts.length - 1 }, (_, at) => starts[at + 1]! - starts[at]!);
  const tally = new Map<number, number>();
  for (const length of lengths) tally.set(length, (tally.get(length) ?? 0) + 1);
  const counts = Uint32Array.from(tally.keys()).sort();
  const firsts = new Uint32Array(counts.length + 1);
  const free = new Map<number, number>();
  for (const [at, count] of counts.entries()) {
    free.set(count, firsts[at]!);
    firsts[at + 1] = firsts[at]! + tally.get(count)!;
  }
  const order = new Uint32Array(lengths.length);
  for (const [at, length] of lengths.entries()) {
    const rank = free.get(length)!;
    order[rank] = at;
    free.set(length, rank + 1);
  }
  return { order, counts, firsts };
}

/** Each sentence once a bucket, in the order of ranks. */
function eachPosting(
  { starts, tokens, order }: TokenTable & Pick<SentenceIndex, 'order'>,
  buckets: number,
  visit: (bucket: number, rank: number) => void,
): void {
  const shift = shiftFor(buckets);
  const latest = new Int32Array(buckets).fill(-1);
  for (let rank = 0; rank < order.length; rank += 1) {
    const sentence = order[rank]!;
    const slice = { tokens, start: starts[sentence]!, end: starts[sentence + 1]! };
    for (let at = 0; at <= slice.end - slice.start; at += 1) {
      const bucket = bucketOf(slice, at, shift);
      if (latest[bucket] === rank) continue;
      latest[bucket] = rank;
      visit(bucket, rank);
    }
  }
}
