/**
 * Pairs two lists in order so that their sizes fit best: each bead takes one item of one side and one or more of the
 * other. Both lists have items. Gives, for each bead, how many items it takes from either side.
 */
export function alignBySize(left: readonly number[], right: readonly number[]): readonly Bead[] {
  const sizes = { left: sumsOf(left), right: sumsOf(right) };
  const best =
    left.length * right.length * mostOf(left, right) > mostSteps ? undefined : table(sizes, mostOf(left, right));
  const beads: Bead[] = [];
  for (let [a, b] = [left.length, right.length]; a > 0 && b > 0; ) {
    const bead = best?.[a]?.[b]?.bead ?? proportional(a, b);
    beads.unshift(bead);
    a -= bead[0];
    b -= bead[1];
  }
  return beads;
}

type Bead = readonly [left: number, right: number];

/** Beyond, a paragraph was rewritten as a whole: its sentences are paired by their number alone. */
const mostSteps = 2_000_000;

/** The most items in one bead: as many as are needed where one side has fewer; some more for an uneven spread. */
function mostOf({ length: a }: readonly number[], { length: b }: readonly number[]): number {
  return Math.ceil(Math.max(a, b) / Math.min(a, b)) + 4;
}

/** `sums[n]`: size of the first `n` items. */
function sumsOf(sizes: readonly number[]): readonly number[] {
  const sums = [0];
  for (const size of sizes) sums.push((sums.at(-1) ?? 0) + size);
  return sums;
}

interface Sizes {
  readonly left: readonly number[];
  readonly right: readonly number[];
}

interface Cell {
  readonly cost: number;
  readonly bead: Bead;
}

/** `best[a][b]`: the cheapest way to pair the first `a` with the first `b` items, and its last bead. */
function table({ left, right }: Sizes, most: number): readonly (readonly (Cell | undefined)[])[] {
  const [rows, columns] = [left.length - 1, right.length - 1];
  const scale = (left[rows] ?? 0) / Math.max(1, right[columns] ?? 0);
  const best: Cell[][] = [[{ cost: 0, bead: [0, 0] }]];
  for (let a = 1; a <= rows; a += 1) {
    const row: Cell[] = [];
    best.push(row);
    for (let b = 1; b <= columns; b += 1) {
      const costOf = ([n, m]: Bead): number => {
        const misfit = between(left, a - n, a) - scale * between(right, b - m, b);
        return (best[a - n]?.[b - m]?.cost ?? Number.POSITIVE_INFINITY) + Math.abs(misfit);
      };
      row[b] = cheapest(beadsTo(a, b, most), costOf);
    }
  }
  return best;
}

function beadsTo(a: number, b: number, most: number): readonly Bead[] {
  const several = (limit: number) => Array.from({ length: Math.max(0, Math.min(limit, most) - 1) }, (_, at) => at + 2);
  return [[1, 1], ...several(a).map((n): Bead => [n, 1]), ...several(b).map((n): Bead => [1, n])];
}

function cheapest(beads: readonly Bead[], costOf: (bead: Bead) => number): Cell {
  const cells = beads.map((bead) => ({ cost: costOf(bead), bead }));
  return cells.reduce((least, cell) => (cell.cost < least.cost ? cell : least));
}

const between = (sums: readonly number[], start: number, end: number): number => (sums[end] ?? 0) - (sums[start] ?? 0);

/** The last bead where only the numbers count. */
function proportional(a: number, b: number): Bead {
  return a >= b ? [a - Math.floor((a * (b - 1)) / b), 1] : [1, b - Math.floor((b * (a - 1)) / a)];
}
