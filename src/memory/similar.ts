import type { Pair } from '../model.ts';
import { once } from '../once.ts';
import type { Memory, MemoryEntry } from './memory.ts';
import { similarity, tokensOf } from './similarity.ts';

/** Below this (0–100) a translation of the one is no help for the other. */
const leastAlike = 60;

/** Sentences that are compared token by token, and words that they are found by: more would not find better ones. */
const [mostCompared, mostWords, mostPlaces] = [8, 6, 500];

/** The most similar accepted pair, where one is alike at all; of equals the first. Those that are not `allowed` do not count. */
export function findSimilar(
  memory: Memory,
  source: string,
  isAllowed: (pair: MemoryEntry) => boolean,
): Pair | undefined {
  const { pairs, tokens, places } = indexOf(memory);
  const own = tokensOf(source);
  const shared = new Map<number, number>();
  for (const found of rarest(own, places)) for (const at of found) shared.set(at, (shared.get(at) ?? 0) + 1);
  const candidates = [...shared].filter(([at]) => isAllowed(pairs[at]!)).toSorted(([a, x], [b, y]) => y - x || a - b);
  let [best, alike] = [undefined as Pair | undefined, leastAlike];
  for (const [at] of candidates.slice(0, mostCompared)) {
    const score = similarity(own, tokens[at]!);
    if (score > alike) [best, alike] = [pairs[at], score];
  }
  return best && { source: best.source, target: best.target };
}

/** Where the words of a text stand in the memory, those that stand in the fewest sentences. */
function rarest(
  tokens: readonly string[],
  places: ReadonlyMap<string, readonly number[]>,
): readonly (readonly number[])[] {
  const words = [...new Set(tokens)].filter((token) => /[\p{L}\p{N}]/u.test(token));
  const found = words.map((word) => places.get(word) ?? []).filter(({ length }) => length > 0 && length <= mostPlaces);
  return found.toSorted((a, b) => a.length - b.length).slice(0, mostWords);
}

const indexOf = once(({ bySource }: Memory) => {
  const pairs = [...bySource.values()].flatMap((known) => known.find(({ draft }) => !draft) ?? []);
  const tokens = pairs.map(({ source }) => tokensOf(source));
  const places = new Map<string, number[]>();
  for (const [at, words] of tokens.entries())
    for (const word of new Set(words)) {
      const known = places.get(word);
      if (known === undefined) places.set(word, [at]);
      else known.push(at);
    }
  return { pairs, tokens, places };
});
