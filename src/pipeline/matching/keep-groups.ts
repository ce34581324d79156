import { pairInOrder } from '../pair-in-order.ts';
import type { OldGroup } from './groups.ts';
import type { Kept } from './pair-segments.ts';

/** A group with sentences of the source, and where its first one stood among them. */
export interface Head {
  readonly group: OldGroup;
  readonly from: number;
  /** NFC. */
  readonly source: string;
}

/** A group that stands where it stood: at `from` among the old sentences, at `at` among the new. */
export interface Anchor {
  readonly from: number;
  readonly at: number;
}

/**
 * Groups whose sentences are all there, in place or moved; `anchors` are those in place, and the end. Where a sentence
 * stands several times its neighbours tell which it is, then the order does.
 */
export function keepGroups(
  texts: readonly string[],
  heads: readonly Head[],
): { readonly kept: ReadonlyMap<number, Kept>; readonly anchors: readonly Anchor[] } {
  const old = heads.flatMap(({ group }) => group.entries.map(({ source }) => source?.normalize('NFC') ?? ''));
  const inPlace = new Map(pairInOrder(old, texts));
  const [placesThen, places] = [freePlaces(old, () => true), freePlaces(texts, () => true)];
  const isSingle = ({ source }: Head) => placesThen.get(source)?.length === 1 && places.get(source)?.length === 1;
  const stood = ({ from }: Head): readonly number[] => [inPlace.get(from) ?? -1];
  const anywhere = ({ source }: Head): readonly number[] => places.get(source) ?? [];
  const near = (head: Head, least: number) => (at: number) => sameNeighbours(head, at, old, texts) >= least;
  const placed = new Map<Head, number>();
  const kept = new Map<number, Kept>();
  for (const candidatesOf of [
    (head: Head) => stood(head).filter((at) => isSingle(head) || near(head, 2)(at)),
    (head: Head) => anywhere(head).filter(near(head, 2)),
    (head: Head) => stood(head).filter(near(head, 1)),
    (head: Head) => anywhere(head).filter(near(head, 1)),
    stood,
    anywhere,
  ]) {
    for (const head of heads.filter((head) => !placed.has(head))) {
      const at = candidatesOf(head).find((place) => standsAt(head.group, texts, place, kept));
      if (at === undefined) continue;
      placed.set(head, at);
      const match = at === inPlace.get(head.from) ? 'unchanged' : 'moved';
      for (const [member, entry] of head.group.entries.entries())
        kept.set(at + member, { entry, group: head.group, match });
    }
  }
  const anchors = heads.flatMap((head) => {
    const at = placed.get(head);
    return at !== undefined && at === inPlace.get(head.from) ? [{ from: head.from, at }] : [];
  });
  return { kept, anchors: [...anchors, { from: old.length, at: texts.length }] };
}

/** Every sentence of a group stands there, free; a group that lost one has to be translated again as a whole. */
function standsAt(group: OldGroup, texts: readonly string[], at: number, taken: ReadonlyMap<number, Kept>): boolean {
  return group.entries.every(
    (entry, member) => !taken.has(at + member) && texts[at + member] === entry.source?.normalize('NFC'),
  );
}

/** How many of the two sentences around a group are those that stood around it. */
function sameNeighbours({ group, from }: Head, at: number, old: readonly string[], texts: readonly string[]): number {
  const isSame = (then: number, now: number) => old[then] !== undefined && old[then] === texts[now];
  const length = group.entries.length;
  return Number(isSame(from - 1, at - 1)) + Number(isSame(from + length, at + length));
}

export type IsFree = (at: number) => boolean;

/** Places of each text that are free. */
export function freePlaces(texts: readonly string[], isFree: IsFree): ReadonlyMap<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [at, text] of texts.entries()) {
    if (!isFree(at)) continue;
    const known = places.get(text);
    if (known === undefined) places.set(text, [at]);
    else known.push(at);
  }
  return places;
}
