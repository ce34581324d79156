/**
 * Pairs equal items of two lists, in order (a patience diff): what both have exactly once is an anchor, and so on between
 * the anchors; where everything is there several times, the nth goes with the nth. Gives indices into both lists.
 */
export function pairInOrder(left: readonly string[], right: readonly string[]): readonly Match[] {
  const pairs: Match[] = [];
  const open: Gap[] = [{ left: [0, left.length], right: [0, right.length], depth: 0 }];
  for (let gap = open.pop(); gap !== undefined; gap = open.pop()) {
    const inner = trimEnds(gap, left, right, pairs);
    const { anchors, isUnique } = anchorsIn(inner, left, right);
    if (isUnique && gap.depth < deepest) open.push(...gapsBetween(inner, anchors));
    pairs.push(...anchors);
  }
  return pairs.sort(([a], [b]) => a - b);
}

type Match = readonly [left: number, right: number];
type Bounds = readonly [start: number, end: number];

interface Gap {
  readonly left: Bounds;
  readonly right: Bounds;
  readonly depth: number;
}

/** Deeper, each level costs as much as the first: only lists made to be nasty get there. */
const deepest = 50;

/** What is equal at both ends of a gap is paired; gives what lies between. */
function trimEnds(gap: Gap, left: readonly string[], right: readonly string[], pairs: Match[]): Gap {
  let [[start, end], [from, to]] = [gap.left, gap.right];
  for (; start < end && from < to && left[start] === right[from]; start += 1, from += 1) pairs.push([start, from]);
  for (; start < end && from < to && left[end - 1] === right[to - 1]; end -= 1, to -= 1) pairs.push([end - 1, to - 1]);
  return { left: [start, end], right: [from, to], depth: gap.depth };
}

/** The longest row of pairs that are in order on both sides, of unique items if there are any. */
function anchorsIn(
  gap: Gap,
  left: readonly string[],
  right: readonly string[],
): { readonly anchors: readonly Match[]; readonly isUnique: boolean } {
  const [ours, theirs] = [placesOf(left, gap.left), placesOf(right, gap.right)];
  const common = [...ours].flatMap(([item, places]) => {
    const others = theirs.get(item);
    return others === undefined ? [] : [{ places, others }];
  });
  const unique = common.filter(({ places, others }) => places.length === 1 && others.length === 1);
  const chosen = unique.length > 0 ? unique : common;
  const pairs = chosen.flatMap(({ places, others }) =>
    places.slice(0, others.length).map((place, nth): Match => [place, others[nth] ?? 0]),
  );
  return { anchors: longestRow(pairs.sort(([a], [b]) => a - b)), isUnique: unique.length > 0 };
}

function placesOf(items: readonly string[], [start, end]: Bounds): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (let at = start; at < end; at += 1) {
    const item = items[at] ?? '';
    const known = places.get(item);
    if (known === undefined) places.set(item, [at]);
    else known.push(at);
  }
  return places;
}

/** Longest increasing subsequence by the right index; the pairs come sorted by the left one, no right index twice. */
function longestRow(pairs: readonly Match[]): readonly Match[] {
  const ends: number[] = [];
  const before: (number | undefined)[] = [];
  for (const [at, [, right]] of pairs.entries()) {
    const length = firstNotBelow(ends, pairs, right);
    before.push(ends[length - 1]);
    ends[length] = at;
  }
  const row: Match[] = [];
  for (let at = ends.at(-1); at !== undefined; at = before[at]) row.push(pairs[at] ?? [0, 0]);
  return row.reverse();
}

/** Binary search: how many of the rows that end in `ends` end before `right`. */
function firstNotBelow(ends: readonly number[], pairs: readonly Match[], right: number): number {
  let [low, high] = [0, ends.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pairs[ends[middle] ?? 0]?.[1] ?? 0) < right) low = middle + 1;
    else high = middle;
  }
  return low;
}

function gapsBetween({ left, right, depth }: Gap, anchors: readonly Match[]): readonly Gap[] {
  const ends: readonly Match[] = [...anchors, [left[1], right[1]]];
  let [start, from] = [left[0], right[0]];
  return ends.map(([end, to]) => {
    const gap: Gap = { left: [start, end], right: [from, to], depth: depth + 1 };
    [start, from] = [end + 1, to + 1];
    return gap;
  });
}
