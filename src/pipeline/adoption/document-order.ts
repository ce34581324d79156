import type { Document, Entry } from '../../model.ts';
import { groupEntries, type OldGroup } from '../matching/groups.ts';
import { pairSegments } from '../matching/pair-segments.ts';
import { unitName } from '../units.ts';

/**
 * The entries of a review file in the order in which their sentences stand in the document now: for people who moved a
 * paragraph in the source and in the translated file alike. Sentences that are gone stay behind the one before them.
 */
export function inDocumentOrder(document: Document, entries: readonly Entry[]): readonly Entry[] {
  const groups = groupEntries(entries);
  const places = placesOf(document, groups);
  let last = -1;
  const placed = groups.map((group) => {
    last = places.get(group) ?? last;
    return { group, place: last };
  });
  const ordered = placed.toSorted((a, b) => a.place - b.place);
  return ordered.flatMap(({ group }) => {
    const at = places.get(group);
    const own = group.entries.map((entry, member) =>
      at === undefined ? entry : { ...entry, unit: unitName(document, at + member) },
    );
    return [...own, ...group.added];
  });
}

/** The first segment of each group that is still there. */
function placesOf({ segments }: Document, groups: readonly OldGroup[]): ReadonlyMap<OldGroup, number> {
  const { kept } = pairSegments(
    segments.map(({ text }) => text),
    groups,
  );
  const places = new Map<OldGroup, number>();
  for (const [at, { group }] of kept) places.set(group, Math.min(at, places.get(group) ?? at));
  return places;
}
