import { pairBySimilarity } from '../memory/index.ts';
import type { Entry } from '../model.ts';
import { pairInOrder } from './pair-in-order.ts';

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

/** A group with sentences of the source, and where its first one stood among them. */
interface Head {
  readonly group: OldGroup;
  readonly from: number;
  /** NFC. */
  readonly source: string;
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

interface Anchor {
  readonly from: number;
  readonly at: number;
}

/** Groups whose sentences are all there, in place or moved; `anchors` are those in place, and the end. */
function keepGroups(
  texts: readonly string[],
  heads: readonly Head[],
): { readonly kept: ReadonlyMap<number, Kept>; readonly anchors: readonly Anchor[] } {
  const kept = new Map<number, Kept>();
  const keep = (group: OldGroup, at: number, match: Kept['match']): boolean => {
    const isFree = standsAt(group, texts, at) && group.entries.every((_, member) => !kept.has(at + member));
    for (const [member, entry] of isFree ? group.entries.entries() : []) kept.set(at + member, { entry, group, match });
    return isFree;
  };
  const old = heads.flatMap(({ group }) => group.entries.map(({ source }) => source?.normalize('NFC') ?? ''));
  const inPlace = new Map(pairInOrder(old, texts));
  const anchored = new Set(heads.filter(({ group, from }) => keep(group, inPlace.get(from) ?? -1, 'unchanged')));
  const places = freePlaces(texts, (at) => !kept.has(at));
  for (const head of heads) {
    if (!anchored.has(head)) places.get(head.source)?.some((at) => keep(head.group, at, 'moved'));
  }
  const end = { from: old.length, at: texts.length };
  return { kept, anchors: [...[...anchored].map(({ from }) => ({ from, at: inPlace.get(from) ?? -1 })), end] };
}

/** Every sentence of a group stands at its place; a group that lost one has to be translated again as a whole. */
function standsAt(group: OldGroup, texts: readonly string[], at: number): boolean {
  return group.entries.every((entry, member) => texts[at + member] === entry.source?.normalize('NFC'));
}

type IsFree = (at: number) => boolean;

/** Places of each text that nobody has taken. */
function freePlaces(texts: readonly string[], isFree: IsFree): ReadonlyMap<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [at, text] of texts.entries()) {
    if (!isFree(at)) continue;
    const known = places.get(text);
    if (known === undefined) places.set(text, [at]);
    else known.push(at);
  }
  return places;
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
