import type { Document, Entry, State } from '../../model.ts';
import { isFake } from '../../states.ts';
import { isMissing } from '../adoption/settle.ts';
import type { OldGroup } from '../matching/groups.ts';
import { type Pairing, pairSegments } from '../matching/pair-segments.ts';
import type { PairedGroup, PairedUnit } from './pair-sentences.ts';
import { blockOf, type NowPlace, type PlacedGroup, withMissing } from './paired-blocks.ts';

/** How many sentences of a document … */
export interface PairCounts {
  /** … have their translation. */
  readonly paired: number;
  /** … changed since they were translated. */
  readonly stale: number;
  /** … stand in the translated file as they stand in the source, or as mock made them. */
  readonly untranslated: number;
  /** … of the source have no text in the translated file. */
  readonly sourceOnly: number;
  /** … or runs of them are in the translated file alone. */
  readonly targetOnly: number;
}

export interface PairedEntries {
  /** In the order of the translated file, unit by unit: what stands there is what they show. */
  readonly entries: readonly Entry[];
  readonly counts: PairCounts;
}

/**
 * The entries of a document that was translated without wordferry. `units` pair its translated file with the source as it
 * was then; what became of those sentences since is found as in every run.
 */
export function pairedEntries(document: Document, units: readonly PairedUnit[], state: State): PairedEntries {
  const then = units.flatMap(({ groups }) => groups.filter(isPaired));
  const old = new Map(then.map((group) => [group, oldGroup(group)]));
  const pairing = pairSegments(
    document.segments.map(({ text }) => text),
    [...old.values()],
  );
  const placeOf = placesIn(pairing, document);
  const blocks = units.map(({ name, groups }) => {
    const placed = groups.map((group): PlacedGroup => ({ ...group, place: placeOf(old.get(group)) }));
    return blockOf(name, placed, { document, state });
  });
  const entries = withMissing(blocks, document)
    .flat()
    .map(({ entry }) => entry);
  return { entries, counts: countsOf(entries) };
}

function countsOf(entries: readonly Entry[]): PairCounts {
  const count = (is: (entry: Entry) => boolean) => entries.filter(is).length;
  const isStale = ({ previous }: Entry) => previous !== undefined;
  const isOpen = (entry: Entry) => isFake(entry) || (entry.state === 'initial' && !isStale(entry));
  return {
    paired: count((entry) => entry.source !== undefined && entry.state !== 'initial' && !isFake(entry)),
    stale: count(isStale),
    untranslated: count((entry) => isOpen(entry) && !isMissing(entry)),
    sourceOnly: count((entry) => isMissing(entry) && !isStale(entry)),
    targetOnly: count(({ source }) => source === undefined),
  };
}

const isPaired = ({ sources }: PairedGroup): boolean => sources.length > 0;

/** Taken for reviewed here, so that a sentence that changed keeps its pair. */
function oldGroup({ sources, text }: PairedGroup): OldGroup {
  const entries = sources.map((source, at): Entry => {
    return at === 0
      ? { source, target: text, state: 'reviewed' }
      : { source, target: '', state: 'reviewed', joined: true };
  });
  return { entries, added: [] };
}

function placesIn({ kept, changed }: Pairing, document: Document): (group: OldGroup | undefined) => NowPlace {
  const places = new Map<OldGroup, NowPlace>();
  const known = new Set([...kept.keys(), ...changed.keys()]);
  for (const [at, { group }] of kept)
    places.set(group, { kind: 'kept', segments: [...(places.get(group)?.segments ?? []), at] });
  // What was merged is the first sentence's.
  for (const {
    groups: [group],
    places: found,
  } of new Set(changed.values())) {
    const [at, ...more] = found;
    if (group === undefined || at === undefined) continue;
    const isFree = (other: number) => other === at || !known.has(other);
    const segments = more.length > 0 ? found : membersAt(at, group, document).filter(isFree);
    for (const segment of segments) known.add(segment);
    places.set(group, { kind: 'changed', segments });
  }
  return (group) => (group && places.get(group)) ?? { kind: 'gone', segments: [] };
}

/** Where the sentences of a group stand that share a text, one of which is now at `at`: each as stale as the text. */
function membersAt(at: number, { entries }: OldGroup, { segments }: Document): readonly number[] {
  const isThere = (start: number) => entries.filter(({ source }, nth) => segments[start + nth]?.text === source).length;
  const starts = entries.map((_, nth) => at - nth);
  const start = starts.reduce((best, other) => (isThere(other) > isThere(best) ? other : best));
  return entries.map((_, nth) => start + nth).filter((segment) => segments[segment]?.unit === segments[at]?.unit);
}
