/** Cells that are looked at; two numbers each. */
const mostCells = 2_000_000;
const leastBand = 24;

/** The cheapest way to each cell of a band along the diagonal, and the shape of its last bead. Bounded, whatever comes. */
export function createTable(rows: number, columns: number) {
  const isWhole = (rows + 1) * (columns + 1) <= mostCells;
  const reach = isWhole
    ? columns
    : Math.max(leastBand, Math.floor(mostCells / (rows + 1) / 2), Math.ceil(columns / Math.max(1, rows)) + 1);
  const width = Math.min(columns, 2 * reach) + 1;
  const costs = new Float32Array((rows + 1) * width).fill(Number.POSITIVE_INFINITY);
  const shapes = new Uint8Array((rows + 1) * width);
  const first = (a: number): number =>
    Math.max(0, Math.min(columns + 1 - width, Math.round((a * columns) / Math.max(1, rows)) - reach));
  const last = (a: number): number => Math.min(columns, first(a) + width - 1);
  return {
    first,
    last,
    cost: (a: number, b: number): number => costs[a * width + b - first(a)] ?? 0,
    shape: (a: number, b: number): number => shapes[a * width + b - first(a)] ?? 0,
    set(a: number, b: number, cost: number, shape: number): void {
      const at = a * width + b - first(a);
      if (b < first(a) || b > last(a) || cost >= (costs[at] ?? 0)) return;
      costs[at] = cost;
      shapes[at] = shape;
    },
  };
}
