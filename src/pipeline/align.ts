/**
 * Pairs two lists in order so that their sizes fit best: each bead takes one item of one side and one or more of the
 * other. Both lists have items. Gives, for each bead, how many items it takes from either side.
 */
export function alignBySize(left: readonly number[], right: readonly number[]): readonly (readonly [number, number])[] {
  const best = table(left, right);
  const beads: (readonly [number, number])[] = [];
  for (let [a, b] = [left.length, right.length]; a > 0 && b > 0; ) {
    const bead = best[a]?.[b]?.bead ?? [a, b];
    beads.unshift(bead);
    a -= bead[0];
    b -= bead[1];
  }
  return beads;
}

interface Cell {
  readonly cost: number;
  readonly bead: readonly [number, number];
}

/** `best[a][b]`: the cheapest way to pair the first `a` with the first `b` items, and its last bead. */
function table(left: readonly number[], right: readonly number[]): readonly (readonly Cell[])[] {
  const scale = sum(left) / Math.max(1, sum(right));
  const best: Cell[][] = [[{ cost: 0, bead: [0, 0] }]];
  for (let a = 1; a <= left.length; a += 1) {
    const row: Cell[] = [];
    best.push(row);
    for (let b = 1; b <= right.length; b += 1) {
      const options = [...range(1, a).map((n) => [n, 1] as const), ...range(2, b).map((n) => [1, n] as const)];
      row[b] = cheapest(
        options.map((bead) => ({
          cost:
            (best[a - bead[0]]?.[b - bead[1]]?.cost ?? Number.POSITIVE_INFINITY) +
            misfit(sum(left.slice(a - bead[0], a)), scale * sum(right.slice(b - bead[1], b))),
          bead,
        })),
      );
    }
  }
  return best;
}

const misfit = (a: number, b: number): number => Math.abs(a - b);

const sum = (sizes: readonly number[]): number => sizes.reduce((total, size) => total + size, 0);

const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);

function cheapest(cells: readonly Cell[]): Cell {
  return cells.reduce((least, cell) => (cell.cost < least.cost ? cell : least));
}
