import { createTable } from './align-table.ts';

/** A text as the alignment sees it. */
export interface Alignable {
  /** UTF-16 code units. */
  readonly size: number;
  /** Of units: a heading rarely becomes a paragraph. */
  readonly kind?: string | undefined;
  /** What stays in a translation: numbers, names, codes. */
  readonly anchors: ReadonlySet<string>;
}

/** Items of two lists that belong together, by index; one side may be empty. */
export interface Bead {
  readonly left: readonly number[];
  readonly right: readonly number[];
}

/** How many of either side may go together, and what that costs: the less often translators do so, the more. */
export type Shapes = readonly (readonly [left: number, right: number, cost: number])[];

/**
 * Pairs two lists of texts in order (Gale and Church 1993, with anchors): the cheapest row of beads by length, anchors and
 * kind. Costs are negative logarithms of likelihoods. Time and memory are bounded: long lists are looked at near the
 * diagonal only.
 */
export function alignTexts(left: readonly Alignable[], right: readonly Alignable[], shapes: Shapes): readonly Bead[] {
  const table = createTable(left.length, right.length);
  const costOf = createCost(left, right);
  table.set(0, 0, 0, 0);
  for (let a = 0; a <= left.length; a += 1) {
    for (let b = table.first(a); b <= table.last(a); b += 1) {
      const before = table.cost(a, b);
      if (before === Number.POSITIVE_INFINITY) continue;
      for (const [shape, [n, m, cost]] of shapes.entries()) {
        if (a + n > left.length || b + m > right.length) continue;
        table.set(a + n, b + m, before + cost + costOf([a, a + n], [b, b + m]), shape);
      }
    }
  }
  return beadsBack(left.length, right.length, (a, b) => shapes[table.shape(a, b)] ?? [1, 1, 0]);
}

function beadsBack(rows: number, columns: number, shapeAt: (a: number, b: number) => Shapes[number]): readonly Bead[] {
  const beads: Bead[] = [];
  for (let [a, b] = [rows, columns]; a > 0 || b > 0; ) {
    const [n, m] = shapeAt(a, b);
    beads.push({ left: range(a - n, a), right: range(b - m, b) });
    [a, b] = [a - n, b - m];
  }
  return beads.reverse();
}

const range = (start: number, end: number): readonly number[] =>
  Array.from({ length: end - start }, (_, at) => start + at);

type Span = readonly [start: number, end: number];

function createCost(left: readonly Alignable[], right: readonly Alignable[]): (a: Span, b: Span) => number {
  const [sizes, theirSizes] = [sumsOf(left), sumsOf(right)];
  const [all = 0, rest = 0] = [sizes.at(-1), theirSizes.at(-1)];
  // Half a translation is no short one.
  const scale = Math.min(3, Math.max(1 / 3, rest / Math.max(1, all)));
  const weights = weightsOf(left, right);
  return ([a, a2], [b, b2]) => {
    if (a === a2 || b === b2) return 0;
    const size = ((sizes[a2] ?? 0) - (sizes[a] ?? 0)) * scale;
    const [ours, theirs] = [left.slice(a, a2), right.slice(b, b2)];
    const shared = ours.map((one) => theirs.map((other) => sharedWeight(one, other, weights)));
    const others = ours.flatMap((one) => theirs.filter(({ kind }) => kind !== one.kind));
    return (
      misfit(size, (theirSizes[b2] ?? 0) - (theirSizes[b] ?? 0)) +
      otherKind * others.length +
      silence * silentIn(shared) -
      Math.min(
        mostShared,
        shared.flat().reduce((sum, weight) => sum + weight, 0),
      )
    );
  };
}

/** What shares nothing with what it is put together with, where its neighbour does, rather stands alone. */
function silentIn(shared: readonly (readonly number[])[]): number {
  const rows = shared.map((row) => Math.max(...row));
  const columns = (shared[0] ?? []).map((_, at) => Math.max(...shared.map((row) => row[at] ?? 0)));
  if (Math.max(...rows) === 0) return 0;
  return [...rows, ...columns].filter((weight) => weight === 0).length;
}

function sumsOf(texts: readonly Alignable[]): readonly number[] {
  const sums = [0];
  for (const { size } of texts) sums.push((sums.at(-1) ?? 0) + size);
  return sums;
}

const otherKind = 4;
const silence = 2;
const mostShared = 15;
/** Of the length of a translation, per UTF-16 code unit (Gale and Church). */
const variance = 6.8;
const mostMisfit = 20;

/** −ln of how often a translation is so much too long or too short: the tail of the normal distribution, nearly. */
function misfit(expected: number, found: number): number {
  const deviation = Math.abs(expected - found) / Math.sqrt(variance * Math.max(1, (expected + found) / 2));
  return Math.min(mostMisfit, deviation ** 2 / 2 + Math.log(1 + 1.25 * deviation));
}

/** An anchor says the more the rarer it is. */
function weightsOf(left: readonly Alignable[], right: readonly Alignable[]): ReadonlyMap<string, number> {
  const [ours, theirs] = [countsOf(left), countsOf(right)];
  return new Map(
    [...ours].flatMap(([anchor, count]) => {
      const other = theirs.get(anchor);
      return other === undefined ? [] : [[anchor, heaviest / Math.max(count, other)]];
    }),
  );
}

const heaviest = 5;

function countsOf(texts: readonly Alignable[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { anchors } of texts) for (const anchor of anchors) counts.set(anchor, (counts.get(anchor) ?? 0) + 1);
  return counts;
}

function sharedWeight(
  one: Alignable | undefined,
  other: Alignable | undefined,
  weights: ReadonlyMap<string, number>,
): number {
  let weight = 0;
  for (const anchor of one?.anchors ?? []) if (other?.anchors.has(anchor)) weight += weights.get(anchor) ?? 0;
  return weight;
}
