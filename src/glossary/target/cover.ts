import type { Range } from '../../model.ts';

/** Looks up which of many ranges starts at or before another and reaches farthest; logarithmic a look-up. */
export function coverOf(ranges: readonly Range[]): (range: Range) => Range | undefined {
  const sorted = ranges.toSorted((a, b) => a.start - b.start);
  const farthest: Range[] = [];
  for (const range of sorted) {
    const before = farthest.at(-1);
    farthest.push(before !== undefined && before.end >= range.end ? before : range);
  }
  return ({ start }) => farthest[countUpTo(start, sorted) - 1];
}

/** How many of the sorted ranges start at or before an offset. */
function countUpTo(offset: number, sorted: readonly Range[]): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
