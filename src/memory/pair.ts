import { similarity, tokensOf } from './similarity.ts';

/** Below this, two sentences are two sentences, not two versions of one. */
const leastAlike = 30;

/** Comparisons that a pairing may cost: longer lists are cut in half, and each half has its share. */
const mostComparisons = 100_000;

/** Pairs sentences of two lists in order so that the sum of similarities is largest; indices into both lists. */
export function pairBySimilarity(left: readonly string[], right: readonly string[]): readonly Match[] {
  if (left.length === 0 || right.length === 0) return [];
  return pairTokens(tokensOfEach(left), tokensOfEach(right), mostComparisons);
}

const tokensOfEach = (texts: readonly string[]): readonly Tokens[] => texts.map((text) => tokensOf(text));

type Match = readonly [left: number, right: number];
type Tokens = readonly string[];

function pairTokens(left: readonly Tokens[], right: readonly Tokens[], most: number): readonly Match[] {
  if (left.length === 0 || right.length === 0) return [];
  if (left.length * right.length <= Math.max(1, most)) return bestPairs(left, right);
  const [a, b] = [Math.ceil(left.length / 2), Math.ceil(right.length / 2)];
  const rest = pairTokens(left.slice(a), right.slice(b), most / 2);
  return [...pairTokens(left.slice(0, a), right.slice(0, b), most / 2), ...rest.map(([x, y]): Match => [x + a, y + b])];
}

function bestPairs(left: readonly Tokens[], right: readonly Tokens[]): readonly Match[] {
  const best = bestSums(left.length, right.length, (a, b) => {
    const alike = similarity(left[a] ?? [], right[b] ?? []);
    return alike < leastAlike ? 0 : alike;
  });
  const pairs: Match[] = [];
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
