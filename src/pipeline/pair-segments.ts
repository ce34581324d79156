import { pairBySimilarity } from '../memory/index.ts';
import type { Entry } from '../model.ts';
import { type Anchor, freePlaces, type Head, type IsFree, keepGroups } from './keep-groups.ts';

/** An entry with those that are joined to it, and the text that a person added behind. */
export interface OldGroup {
  readonly entries: readonly Entry[];
  readonly added: readonly Entry[];
}

export interface Kept {
  readonly entry: Entry;
  readonly group: OldGroup;
  readonly match: 'unchanged' | 'moved';
}

/** What became of the entries of a review file; keys are indices of the document's segments. */
export interface Pairing {
  /** Segments whose entry is still true. */
  readonly kept: ReadonlyMap<number, Kept>;
  /** Segments in the place of sentences that changed. */
  readonly changed: ReadonlyMap<number, OldGroup>;
}

export function groupEntries(entries: readonly Entry[]): readonly OldGroup[] {
  const groups: { entries: Entry[]; added: Entry[] }[] = [];
  for (const entry of entries) {
    const last = groups.at(-1);
    if (entry.source === undefined && last !== undefined) last.added.push(entry);
    else if (entry.joined && last !== undefined) last.entries.push(entry);
    else groups.push(entry.source === undefined ? { entries: [], added: [entry] } : { entries: [entry], added: [] });
  }
  return groups;
}

/** The source that a group's target translates. */
export function sourceOf(group: OldGroup): string {
  return group.entries.map((entry) => entry.source).join(' ');
}

/**
 * Pairs sources with old entries: same text in the same order, then moved ones, then sentences that were changed and are
 * as they were again, then what stands in the same gap.
 */
export function pairSegments(sources: readonly string[], groups: readonly OldGroup[]): Pairing {
  if (groups.length === 0) return { kept: new Map(), changed: new Map() };
  const texts = sources.map((source) => source.normalize('NFC'));
  const heads = headsOf(groups);
  const { kept, anchors } = keepGroups(texts, heads);
  const used = new Set([...kept.values()].map(({ group }) => group));
  const gone = heads.filter(({ group }) => !used.has(group));
  const restored = pairRestored(texts, kept, gone);
  const again = new Set(restored.values());
  const changed = pairGaps(
    texts,
    (at) => !kept.has(at) && !restored.has(at),
    gone.filter(({ group }) => !again.has(group)),
    anchors,
  );
  return { kept, changed: new Map([...restored, ...changed]) };
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
function pairRestored(
  texts: readonly string[],
  kept: ReadonlyMap<number, Kept>,
  gone: readonly Head[],
): ReadonlyMap<number, OldGroup> {
  const places = freePlaces(texts, (at) => !kept.has(at));
  return new Map(
    gone.flatMap(({ group }): readonly [number, OldGroup][] => {
      const source = group.entries[0]?.previous?.source.normalize('NFC');
      const at = source === undefined ? undefined : places.get(source)?.shift();
      return at === undefined ? [] : [[at, group]];
    }),
  );
}

/** In each gap between unchanged sentences, the groups that are gone go with the new sentences most like them. */
function pairGaps(
  texts: readonly string[],
  isFree: IsFree,
  gone: readonly Head[],
  anchors: readonly Anchor[],
): ReadonlyMap<number, OldGroup> {
  const changed = new Map<number, OldGroup>();
  let [low, start] = [0, 0];
  for (const anchor of anchors) {
    const fresh = range(low, anchor.at).filter(isFree);
    let end = start;
    while ((gone[end]?.from ?? Number.POSITIVE_INFINITY) < anchor.from) end += 1;
    const groups = gone.slice(start, end).map(({ group }) => group);
    for (const [one, other] of pairBySimilarity(
      groups.map(sourceOf),
      fresh.map((at) => texts[at] ?? ''),
    )) {
      changed.set(fresh[other] ?? -1, groups[one] ?? { entries: [], added: [] });
    }
    [low, start] = [anchor.at, end];
  }
  return changed;
}

const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
