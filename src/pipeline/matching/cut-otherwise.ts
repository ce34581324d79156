import { withoutBlanks } from '../units.ts';
import { type Bead, type OldGroup, sourceOf } from './groups.ts';
import type { IsFree } from './keep-groups.ts';

/** Pieces on either side that one text may be cut into. */
const mostPieces = 12;

/** Of a text's beginning: what finds it. */
const keyLength = 12;

/**
 * Groups and sentences that say the same, one after the other, and are only cut otherwise: by another version's rules, by
 * rules of the user, or because somebody took a paragraph apart. `gone` are neighbours where their sentences were.
 */
export function cutOtherwise(
  gone: readonly { readonly group: OldGroup; readonly from: number }[],
  texts: readonly string[],
  isFree: IsFree,
): readonly Bead[] {
  const olds = gone.map(({ group, from }) => ({ group, from, text: withoutBlanks(sourceOf(group)) }));
  const news = texts.map((text, at) => (isFree(at) ? withoutBlanks(text) : undefined));
  const places = placesByKey(news);
  const [used, taken] = [new Set<number>(), new Set<number>()];
  const beads: Bead[] = [];
  for (const [at, { text }] of olds.entries())
    for (const place of used.has(at) ? [] : (places.get(text.slice(0, keyLength)) ?? [])) {
      const found = taken.has(place) ? undefined : sameText({ olds, news }, at, place);
      if (found === undefined || found.places.some((one) => taken.has(one)) || found.ats.some((one) => used.has(one)))
        continue;
      for (const one of found.ats) used.add(one);
      for (const one of found.places) taken.add(one);
      beads.push({ groups: found.ats.map((one) => olds[one]!.group), places: found.places });
      break;
    }
  return beads;
}

function placesByKey(news: readonly (string | undefined)[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [at, text] of news.entries()) {
    if (text === undefined) continue;
    const key = text.slice(0, keyLength);
    const known = places.get(key);
    if (known === undefined) places.set(key, [at]);
    else known.push(at);
  }
  return places;
}

interface Sides {
  readonly olds: readonly { readonly group: OldGroup; readonly from: number; readonly text: string }[];
  readonly news: readonly (string | undefined)[];
}

/** The side that is behind takes its next piece until both are as long; then they are the same or they are not. */
function sameText(
  { olds, news }: Sides,
  at: number,
  place: number,
): { readonly ats: readonly number[]; readonly places: readonly number[] } | undefined {
  let [old, fresh] = ['', ''];
  let [next, nextPlace] = [at, place];
  do {
    const isBehind = old.length <= fresh.length;
    const piece = isBehind ? nextOld(olds, at, next) : news[nextPlace];
    if (piece === undefined) return undefined;
    if (isBehind) [old, next] = [old + piece, next + 1];
    else [fresh, nextPlace] = [fresh + piece, nextPlace + 1];
    if (next - at + nextPlace - place > mostPieces || !startsAlike(old, fresh)) return undefined;
  } while (old.length !== fresh.length);
  // One that is cut as before differs in its blanks alone.
  if (next - at === 1 && nextPlace - place === 1) return undefined;
  return { ats: range(at, next), places: range(place, nextPlace) };
}

function nextOld(olds: Sides['olds'], first: number, at: number): string | undefined {
  const [before, own] = [olds[at - 1], olds[at]];
  const isNeighbour = at === first || own?.from === (before?.from ?? 0) + (before?.group.entries.length ?? 0);
  return isNeighbour ? own?.text : undefined;
}

const startsAlike = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a);

const range = (from: number, to: number): readonly number[] => Array.from({ length: to - from }, (_, at) => from + at);
