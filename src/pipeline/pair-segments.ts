import { diffArrays } from 'diff';
import { pairBySimilarity } from '../memory/index.ts';
import type { Entry } from '../model.ts';

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

/** Pairs sources with old entries: same text in the same order, then moved ones, then what stands in the same gap. */
export function pairSegments(sources: readonly string[], groups: readonly OldGroup[]): Pairing {
  const texts = sources.map((source) => source.normalize('NFC'));
  const old = groups.flatMap((group) =>
    group.entries.map((entry, member) => ({ group, member, source: entry.source?.normalize('NFC') ?? '' })),
  );
  const kept = new Map<number, Kept>();
  const used = new Set<OldGroup>();
  const keep = (group: OldGroup, at: number, match: Kept['match']) => {
    if (used.has(group) || !standsAt(group, texts, at) || group.entries.some((_, member) => kept.has(at + member)))
      return;
    used.add(group);
    for (const [member, entry] of group.entries.entries()) kept.set(at + member, { entry, group, match });
  };
  const heads = old.flatMap(({ member, group, source }, from) => (member === 0 ? [{ group, source, from }] : []));
  const inPlace = samePlace(
    old.map(({ source }) => source),
    texts,
  );
  for (const { group, from } of heads) keep(group, inPlace.get(from) ?? -1, 'unchanged');
  const anchors = heads.flatMap(({ group, from }) => (used.has(group) ? [{ from, at: inPlace.get(from) ?? -1 }] : []));
  const places = freePlaces(texts, kept);
  for (const { group, source } of heads) if (!used.has(group)) keep(group, places.get(source)?.shift() ?? -1, 'moved');
  const gone = heads.filter(({ group }) => !used.has(group));
  return { kept, changed: pairGaps(texts, kept, gone, [...anchors, { from: old.length, at: texts.length }]) };
}

/** Every sentence of a group stands at its place; a group that lost one has to be translated again as a whole. */
function standsAt(group: OldGroup, texts: readonly string[], at: number): boolean {
  return group.entries.every((entry, member) => texts[at + member] === entry.source?.normalize('NFC'));
}

/** Longest common subsequence: old index → new index. */
function samePlace(sources: readonly string[], texts: readonly string[]): ReadonlyMap<number, number> {
  const same = new Map<number, number>();
  let [from, at] = [0, 0];
  for (const { added, removed, count } of diffArrays([...sources], [...texts])) {
    for (let step = 0; !added && !removed && step < count; step += 1) same.set(from + step, at + step);
    if (!added) from += count;
    if (!removed) at += count;
  }
  return same;
}

function freePlaces(texts: readonly string[], kept: ReadonlyMap<number, Kept>): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [at, text] of texts.entries()) {
    if (!kept.has(at)) places.set(text, [...(places.get(text) ?? []), at]);
  }
  return places;
}

interface Gone {
  readonly group: OldGroup;
  readonly from: number;
}

/** In each gap between unchanged sentences, the groups that are gone go with the new sentences most like them. */
function pairGaps(
  texts: readonly string[],
  kept: ReadonlyMap<number, Kept>,
  gone: readonly Gone[],
  anchors: readonly { readonly from: number; readonly at: number }[],
): ReadonlyMap<number, OldGroup> {
  const changed = new Map<number, OldGroup>();
  let [low, start] = [0, 0];
  for (const anchor of anchors) {
    const end = gone.findIndex(({ from }) => from > anchor.from);
    const groups = gone.slice(start, end < 0 ? undefined : end).map(({ group }) => group);
    const fresh = range(low, anchor.at).filter((at) => !kept.has(at));
    for (const [one, other] of pairBySimilarity(
      groups.map(sourceOf),
      fresh.map((at) => texts[at] ?? ''),
    )) {
      changed.set(fresh[other] ?? -1, groups[one] ?? { entries: [], added: [] });
    }
    start += groups.length;
    low = anchor.at;
  }
  return changed;
}

const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);

/** Where added text stands now: behind what is left of its group, else where the text before it stands. */
export function addedAfter(
  groups: readonly OldGroup[],
  { kept, changed }: Pairing,
): ReadonlyMap<number, readonly Entry[]> {
  const places = new Map<OldGroup, number>();
  for (const [at, { group }] of kept) places.set(group, Math.max(at, places.get(group) ?? 0));
  for (const [at, group] of changed) places.set(group, at);
  const added = new Map<number, readonly Entry[]>();
  let last = 0;
  for (const group of groups) {
    last = places.get(group) ?? last;
    if (group.added.length > 0) added.set(last, [...(added.get(last) ?? []), ...group.added]);
  }
  return added;
}
