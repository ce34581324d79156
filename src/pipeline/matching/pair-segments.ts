import { alignSentences } from '../../memory/index.ts';
import type { Entry } from '../../model.ts';
import { cutOtherwise } from './cut-otherwise.ts';
import { type Bead, type OldGroup, sourceOf } from './groups.ts';
import { type Anchor, freePlaces, type Head, type IsFree, keepGroups } from './keep-groups.ts';

export interface Kept {
  readonly entry: Entry;
  readonly group: OldGroup;
  readonly match: 'unchanged' | 'moved';
}

/** What became of the entries of a review file; keys are indices of the document's segments. */
export interface Pairing {
  /** Segments whose entry is still true. */
  readonly kept: ReadonlyMap<number, Kept>;
  /** What segments in the place of sentences that changed came from. */
  readonly changed: ReadonlyMap<number, Bead>;
}

/**
 * Pairs sources with old entries: same text in the same order, then moved ones, then sentences that were changed and are
 * as they were again, then the same text cut otherwise, then what stands in the same gap.
 */
export function pairSegments(sources: readonly string[], groups: readonly OldGroup[]): Pairing {
  if (groups.length === 0) return { kept: new Map(), changed: new Map() };
  const texts = sources.map((source) => source.normalize('NFC'));
  const heads = headsOf(groups);
  const { kept, anchors } = keepGroups(texts, heads);
  const used = new Set([...kept.values()].map(({ group }) => group));
  const changed = new Map<number, Bead>();
  const isFree = (at: number) => !kept.has(at) && !changed.has(at);
  const gone = () => heads.filter(({ group }) => !used.has(group));
  const take = (beads: readonly Bead[]) => {
    for (const bead of beads) {
      for (const place of bead.places) changed.set(place, bead);
      for (const group of bead.groups) used.add(group);
    }
  };
  take(pairRestored(texts, isFree, gone()));
  take(cutOtherwise(gone(), texts, isFree));
  take(pairGaps(texts, isFree, gone(), anchors));
  return { kept, changed };
}

function headsOf(groups: readonly OldGroup[]): readonly Head[] {
  let from = 0;
  return groups.flatMap((group) => {
    const [first] = group.entries;
    const head = first === undefined ? [] : [{ group, from, source: first.source?.normalize('NFC') ?? '' }];
    from += group.entries.length;
    return head;
  });
}

/** Groups that keep a pair with a source that is there again. */
function pairRestored(texts: readonly string[], isFree: IsFree, gone: readonly Head[]): readonly Bead[] {
  const places = freePlaces(texts, isFree);
  return gone.flatMap(({ group }): readonly Bead[] => {
    const source = group.entries[0]?.previous?.source.normalize('NFC');
    const at = source === undefined ? undefined : places.get(source)?.shift();
    return at === undefined ? [] : [{ groups: [group], places: [at] }];
  });
}

/** In each gap between unchanged sentences, the groups that are gone go with the new sentences most like them. */
function pairGaps(
  texts: readonly string[],
  isFree: IsFree,
  gone: readonly Head[],
  anchors: readonly Anchor[],
): readonly Bead[] {
  const beads: Bead[] = [];
  let [low, start] = [0, 0];
  for (const anchor of anchors) {
    const fresh = range(low, anchor.at).filter(isFree);
    let end = start;
    while ((gone[end]?.from ?? Number.POSITIVE_INFINITY) < anchor.from) end += 1;
    const groups = gone.slice(start, end).map(({ group }) => group);
    const aligned = alignSentences(
      groups.map(sourceOf),
      fresh.map((at) => texts[at] ?? ''),
    );
    beads.push(
      ...aligned.map(({ left, right }) => ({
        groups: left.map((at) => groups[at]!),
        places: right.map((at) => fresh[at]!),
      })),
    );
    [low, start] = [anchor.at, end];
  }
  return beads;
}

const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
