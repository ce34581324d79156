import type { Range } from '../model.ts';
import { once } from '../once.ts';
import type { Memory, MemoryEntry } from './memory.ts';
import {
  buildIndex,
  type CodedText,
  createNumbers,
  createSearch,
  hashTokens,
  type SentenceIndex,
} from './sentence-index/index.ts';

/** A memory that similar sentences are found in. It is made when the first one is asked for. */
export interface Indexed {
  readonly index: SentenceIndex;
  readonly search: ReturnType<typeof createSearch>;
  /** What the sentences of the index are: an accepted pair for each source and document, in the order of paths. */
  readonly pairs: readonly MemoryEntry[];
  /** Those of each document. */
  readonly ranges: ReadonlyMap<string, Range>;
}

export const indexed = once((memory: Memory): Indexed => {
  const pairs = [...memory.bySource.values()].flatMap(onePerDocument).toSorted((a, b) => order(a.path, b.path));
  const index = indexOf(pairs.map((pair) => ({ text: pair.source, codes: memory.codesOf(pair) })));
  return { index, search: createSearch(index), pairs, ranges: rangesOf(pairs) };
});

function onePerDocument(known: readonly MemoryEntry[]): readonly MemoryEntry[] {
  const accepted = known.filter(({ draft }) => !draft);
  if (accepted.length < 2) return accepted;
  return [...new Map(accepted.toReversed().map((pair) => [pair.path, pair])).values()];
}

const order = (a: string, b: string): number => Number(b < a) - Number(a < b);

function rangesOf(pairs: readonly MemoryEntry[]): ReadonlyMap<string, Range> {
  const ranges = new Map<string, Range>();
  for (const [at, { path }] of pairs.entries()) ranges.set(path, { start: ranges.get(path)?.start ?? at, end: at + 1 });
  return ranges;
}

/** Sentences by their place in the list. */
export function indexOf(texts: readonly CodedText[]): SentenceIndex {
  const numbers = createNumbers(16 * texts.length + 1);
  const starts = new Uint32Array(texts.length + 1);
  for (const [at, text] of texts.entries()) {
    hashTokens(text, numbers);
    starts[at + 1] = numbers.length;
  }
  return buildIndex({ starts, tokens: numbers.list.subarray(0, numbers.length) });
}
