import type { Document } from '../../model.ts';
import type { Translation } from '../open.ts';
import { unitName } from '../units.ts';
import { addedAfter } from './added-text.ts';
import { findChanged } from './find-changed.ts';
import { findNew, refresh } from './find-new.ts';
import { groupEntries } from './groups.ts';
import type { Found, MatchedEntry, Matching, MatchOptions } from './matching.ts';
import { type Pairing, pairSegments } from './pair-segments.ts';
import { rejoin } from './rejoin.ts';

/** Matching steps 1–6: unchanged, moved, in the memory with its neighbours, in the memory, but for its looks, repaired. */
export function matchSegments(translation: Translation, options: MatchOptions): readonly MatchedEntry[] {
  const { document } = translation;
  const groups = groupEntries(translation.entries);
  const pairing = pairSegments(
    document.segments.map(({ text }) => text),
    groups,
  );
  const added = addedAfter(groups, pairing, (at) => endOfUnit(document, at));
  const addedAt = (at: number) => [...(added.sentences.get(at) ?? []), ...(added.units.get(at) ?? [])];
  const found = findAll(pairing, { ...options, translation });
  const matched = rejoin(document, found, options.memory).flatMap(
    ({ entry, match, basis }, at): readonly MatchedEntry[] => {
      const own = { entry: { ...entry, unit: unitName(document, at) }, segment: document.segments[at], match, basis };
      return [own, ...addedAt(at).map((entry) => ({ entry }))];
    },
  );
  return [...addedAt(-1).map((entry) => ({ entry })), ...matched];
}

/** The last segment of the unit that a segment stands in; −1 for what stands before all. */
function endOfUnit({ segments }: Document, at: number): number {
  let end = at;
  while (at >= 0 && segments[end + 1]?.unit === segments[at]?.unit) end += 1;
  return end;
}

/** One a segment, in order. */
function findAll({ kept, changed }: Pairing, matching: Matching): readonly Found[] {
  const { segments } = matching.translation.document;
  const found: Found[] = [];
  while (found.length < segments.length) {
    const at = found.length;
    const [own, bead] = [kept.get(at), changed.get(at)];
    if (own !== undefined) found.push(refresh(own, at, matching));
    else if (bead !== undefined) found.push(...findChanged(bead, at, matching));
    else found.push(findNew({ target: '', state: 'initial' }, at, matching));
  }
  return found.map(({ entry, ...how }, at) => ({ ...how, entry: { ...entry, source: segments[at]?.text } }));
}
