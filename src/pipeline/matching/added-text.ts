import type { Entry } from '../../model.ts';
import type { OldGroup } from './groups.ts';
import type { Pairing } from './pair-segments.ts';

/** Text that people added, by the segment that it stands behind; −1: before all. */
export interface AddedText {
  /** Sentences of the segment's own unit. */
  readonly sentences: ReadonlyMap<number, readonly Entry[]>;
  /** Units of their own, with what was added to them. */
  readonly units: ReadonlyMap<number, readonly Entry[]>;
}

/** Where added text stands now: behind what is left of its group, else where the text before it stands. */
export function addedAfter(
  groups: readonly OldGroup[],
  { kept, changed }: Pairing,
  endOfUnit: (at: number) => number,
): AddedText {
  const places = new Map<OldGroup, number>();
  for (const [at, { group }] of kept) places.set(group, Math.max(at, places.get(group) ?? 0));
  for (const { groups, places: ats } of changed.values())
    for (const group of groups) places.set(group, ats.at(-1) ?? -1);
  const [sentences, units] = [new Map<number, Entry[]>(), new Map<number, Entry[]>()];
  const add = (map: Map<number, Entry[]>, at: number, entries: readonly Entry[]) => {
    if (entries.length > 0) map.set(at, [...(map.get(at) ?? []), ...entries]);
  };
  let last = -1;
  for (const group of groups) {
    last = places.get(group) ?? last;
    const own = last < 0 ? 0 : group.added.findIndex(({ unit }) => unit !== undefined);
    const [first, rest] = own < 0 ? [group.added, []] : [group.added.slice(0, own), group.added.slice(own)];
    add(sentences, last, first);
    add(units, endOfUnit(last), withUnit(rest));
  }
  return { sentences, units };
}

/** What stands in no unit of the document is one of its own. */
function withUnit([first, ...rest]: readonly Entry[]): readonly Entry[] {
  return first === undefined ? [] : [{ ...first, unit: first.unit ?? 'paragraph' }, ...rest];
}
