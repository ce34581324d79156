import { similarity, tokensOf } from './similarity.ts';

/**
 * Sentences of two versions of a text that belong together: one and one, one that was split, or several that were merged.
 * Indices into both lists, ascending and without gaps; neither side is empty.
 */
export interface Bead {
  readonly left: readonly number[];
  readonly right: readonly number[];
}

/** Below this, two sentences are two sentences, not two versions of one. */
const leastAlike = 30;

/** The same for what was split or merged; and how much more alike the whole has to be than its likest part. */
const [leastTogether, leastGain] = [60, 10];

/** The shapes of beads: sentences on the left, on the right. */
const shapes = [
  [1, 1],
  [1, 2],
  [1, 3],
  [2, 1],
  [3, 1],
] as const;

/** Comparisons that an alignment may cost: longer lists are cut in half, and each half has its share. */
const mostComparisons = 100_000;

/** Aligns sentences of two lists in order so that the sum of similarities is largest. */
export function alignSentences(left: readonly string[], right: readonly string[]): readonly Bead[] {
  if (left.length === 0 || right.length === 0) return [];
  return alignTokens(
    { left: left.map((text) => tokensOf(text)), right: right.map((text) => tokensOf(text)) },
    mostComparisons,
  );
}

type Tokens = readonly string[];
interface Sides {
  readonly left: readonly Tokens[];
  readonly right: readonly Tokens[];
}

function alignTokens(sides: Sides, most: number): readonly Bead[] {
  const { left, right } = sides;
  if (left.length === 0 || right.length === 0) return [];
  if (left.length * right.length <= Math.max(1, most)) return bestBeads(sides);
  const [a, b] = [Math.ceil(left.length / 2), Math.ceil(right.length / 2)];
  const first = alignTokens({ left: left.slice(0, a), right: right.slice(0, b) }, most / 2);
  const rest = alignTokens({ left: left.slice(a), right: right.slice(b) }, most / 2);
  const moved = rest.map(
    (bead): Bead => ({ left: bead.left.map((at) => at + a), right: bead.right.map((at) => at + b) }),
  );
  return [...first, ...moved];
}

function bestBeads({ left, right }: Sides): readonly Bead[] {
  const columns = right.length + 1;
  const sums = new Float64Array((left.length + 1) * columns);
  const chosen = new Int8Array(sums.length);
  for (let a = left.length - 1; a >= 0; a -= 1)
    for (let b = right.length - 1; b >= 0; b -= 1) {
      const cell = a * columns + b;
      const [below, beside] = [sums[cell + columns] ?? 0, sums[cell + 1] ?? 0];
      [sums[cell], chosen[cell]] = below >= beside ? [below, skipLeft] : [beside, skipRight];
      for (const [shape, [takes, gives]] of shapes.entries()) {
        if (a + takes > left.length || b + gives > right.length) continue;
        const rest = sums[cell + takes * columns + gives] ?? 0;
        // What could not win is not compared.
        if (rest + 100 <= (sums[cell] ?? 0)) continue;
        const sum = rest + worthOf(left.slice(a, a + takes), right.slice(b, b + gives));
        if (sum > (sums[cell] ?? 0)) [sums[cell], chosen[cell]] = [sum, shape];
      }
    }
  return beadsIn(chosen, left.length, right.length);
}

const [skipLeft, skipRight] = [-1, -2];

function beadsIn(chosen: Int8Array, rows: number, width: number): readonly Bead[] {
  const beads: Bead[] = [];
  for (let [a, b] = [0, 0]; a < rows && b < width; ) {
    const choice = chosen[a * (width + 1) + b] ?? skipLeft;
    const [takes, gives] = shapes[choice] ?? [choice === skipLeft ? 1 : 0, choice === skipLeft ? 0 : 1];
    if (choice >= 0) beads.push({ left: range(a, takes), right: range(b, gives) });
    a += takes;
    b += gives;
  }
  return beads;
}

const range = (from: number, count: number): readonly number[] => Array.from({ length: count }, (_, at) => from + at);

/** How alike both sides of a bead are; 0 where they do not belong together. */
function worthOf(left: readonly Tokens[], right: readonly Tokens[]): number {
  const isSingle = left.length === 1 && right.length === 1;
  const least = isSingle ? leastAlike : leastTogether;
  const [a, b] = [lengthOf(left), lengthOf(right)];
  if (100 * Math.min(a, b) < least * Math.max(a, b)) return 0;
  const alike = similarity(left.flat(), right.flat());
  if (alike < least) return 0;
  return isSingle ? alike : alike - leastGain;
}

const lengthOf = (texts: readonly Tokens[]): number => texts.reduce((sum, { length }) => sum + length, 0);
