import { similarity, tokensOf } from './similarity.ts';

/** Below this, two sentences are two sentences, not two versions of one. */
const leastAlike = 30;

/** Comparisons that a pairing may cost: beyond, only what stands at about the same place is compared. */
const mostComparisons = 100_000;

/** Pairs sentences of two lists in order so that the sum of similarities is largest; indices into both lists. */
export function pairBySimilarity(
  left: readonly string[],
  right: readonly string[],
): readonly (readonly [number, number])[] {
  const alike = comparison(left, right);
  const best = bestSums(left.length, right.length, alike);
  const pairs: (readonly [number, number])[] = [];
  for (let [a, b] = [0, 0]; a < left.length && b < right.length; ) {
    const sum = best[a]?.[b] ?? 0;
    if (sum === best[a + 1]?.[b]) a += 1;
    else if (sum === best[a]?.[b + 1]) b += 1;
    else {
      pairs.push([a, b]);
      a += 1;
      b += 1;
    }
  }
  return pairs;
}

type Comparison = (a: number, b: number) => number;

function comparison(left: readonly string[], right: readonly string[]): Comparison {
  const [tokens, others] = [left.map(tokensOf), right.map(tokensOf)];
  const band = mostComparisons / Math.max(1, left.length);
  const slope = right.length / Math.max(1, left.length);
  return (a, b) => {
    if (Math.abs(a * slope - b) > band) return 0;
    const alike = similarity(tokens[a] ?? [], others[b] ?? []);
    return alike < leastAlike ? 0 : alike;
  };
}

/** `sums[a][b]`: the largest sum over the pairs of what follows `a` and `b`. */
function bestSums(rows: number, columns: number, alike: Comparison): readonly (readonly number[])[] {
  const sums = Array.from({ length: rows + 1 }, () => new Array<number>(columns + 1).fill(0));
  for (let a = rows - 1; a >= 0; a -= 1) {
    const [row, below] = [sums[a] ?? [], sums[a + 1] ?? []];
    for (let b = columns - 1; b >= 0; b -= 1) {
      row[b] = Math.max(below[b] ?? 0, row[b + 1] ?? 0, alike(a, b) + (below[b + 1] ?? 0));
    }
  }
  return sums;
}
