import type { Entry } from '../model.ts';
import { pairInOrder } from './pair-in-order.ts';
import { pairUnits, type UnitBead } from './pair-units.ts';
import type { Split } from './split-unit.ts';
import { isSlot, type TargetUnit, withoutBlanks } from './units.ts';

/** How units of the review file and of the translated file go together, in order. */
export interface UnitMatch {
  /** The units of the translated file that belong to an entry, or are a paragraph that a person added. */
  readonly found: readonly TargetUnit[];
  readonly beads: readonly UnitBead[];
}

export interface ExpectedUnit {
  readonly entries: readonly Entry[];
  /** White space collapsed. */
  readonly text: string;
}

export function matchUnits(units: readonly ExpectedUnit[], found: readonly TargetUnit[], split: Split): UnitMatch {
  const labels = labelsOf(
    units.map(({ entries, text }) => ({ unit: entries.find(({ unit }) => unit)?.unit ?? '', text })),
    found.map(({ kind, key, text }) => ({ unit: key === undefined ? kind : `${kind} ${key}`, text })),
  );
  const actual = found.map(({ text }) => text);
  const beads: UnitBead[] = [];
  let [unit, at] = [0, 0];
  for (const [length, count] of runsOf(...labels)) {
    beads.push(...beadsIn(units.slice(unit, unit + length), actual.slice(at, at + count), split));
    unit += length;
    at += count;
  }
  return withoutNewSlots(found, withCues(found, beads));
}

interface Labelled {
  /** As a review file says it: kind, and key. */
  readonly unit: string;
  readonly text: string;
}

/**
 * What finds a unit again: its key where it has one, else its text. A number is no key: whoever adds an item moves all
 * behind it. Where as many cells and items are there as before, each is the one in its place.
 */
function labelsOf(expected: readonly Labelled[], actual: readonly Labelled[]): readonly [string[], string[]] {
  const isNumbered = ({ unit }: Labelled) => unit === 'cell' || /[ .]\d+(?:\.|$)/.test(unit);
  const isInPlace = expected.filter(isNumbered).length === actual.filter(isNumbered).length;
  const labelOf = (each: Labelled): string => {
    if (isNumbered(each)) return isInPlace ? (each.unit.split(' ', 1)[0] ?? '') : withoutBlanks(each.text);
    return each.unit.includes(' ') ? each.unit : withoutBlanks(each.text);
  };
  return [expected.map(labelOf), actual.map(labelOf)];
}

/** Runs of units: how many of the review file correspond to how many of the translated file. */
function runsOf(expected: readonly string[], actual: readonly string[]): readonly UnitBead[] {
  const runs: UnitBead[] = [];
  let [from, to] = [0, 0];
  for (const [unit, found] of [...pairInOrder(expected, actual), [expected.length, actual.length] as const]) {
    if (unit > from || found > to) runs.push([unit - from, found - to]);
    if (unit < expected.length) runs.push([1, 1]);
    [from, to] = [unit + 1, found + 1];
  }
  return runs;
}

/** Units that were emptied show nothing, and are paired with nothing. */
function beadsIn(units: readonly ExpectedUnit[], actual: readonly string[], split: Split): readonly UnitBead[] {
  const shown = units.filter(({ text }) => text !== '');
  const seen = shown.length === actual.length ? shown : shown.filter(({ text }) => isSeen(text));
  const places = seen.map((unit) => units.indexOf(unit));
  const beads: UnitBead[] = [];
  let [next, unit] = [0, 0];
  const pairs = pairUnits(
    seen.map(({ text }) => text),
    actual,
    split,
  );
  for (const [n, m] of pairs) {
    const first = places[next] ?? units.length;
    const last = places[next + n - 1] ?? first;
    if (n > 0) {
      beads.push(...new Array<UnitBead>(first - unit).fill([1, 0]));
      unit = last + 1;
    }
    beads.push([n === 0 ? 0 : last + 1 - first, m]);
    next += n;
  }
  return [...beads, ...new Array<UnitBead>(units.length - unit).fill([1, 0])];
}

/** A format may take a target without letters, `—`, for an ornament: nobody can say whether it still stands there. */
export const isSeen = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** Where a sentence ends in another cue than before, cues fall apart into other units. */
function withCues(found: readonly TargetUnit[], beads: readonly UnitBead[]): readonly UnitBead[] {
  const joined: UnitBead[] = [];
  let [at, open] = [0, 0];
  for (const [n, m] of beads) {
    const isNew = n === 0 && found.slice(at, at + m).every(({ kind }) => kind === 'cue');
    const last = joined.at(-1);
    at += m;
    if (isNew && last !== undefined && last[1] > 0) joined[joined.length - 1] = [last[0], last[1] + m];
    else if (isNew) open += m;
    else {
      joined.push(open > 0 && m > 0 ? [n, m + open] : [n, m]);
      open = m > 0 ? 0 : open;
    }
  }
  return open > 0 ? beads : joined;
}

/** A value or a cell that the source does not have is no paragraph: it stays where it stands, as all that is no sentence. */
function withoutNewSlots(found: readonly TargetUnit[], beads: readonly UnitBead[]): UnitMatch {
  const own: TargetUnit[] = [];
  let at = 0;
  const kept = beads.flatMap(([n, m]): readonly UnitBead[] => {
    const units = found.slice(at, at + m);
    at += m;
    const mine = n > 0 ? units : units.filter((unit) => !isSlot(unit));
    own.push(...mine);
    return n + mine.length > 0 ? [[n, mine.length]] : [];
  });
  return { found: own, beads: kept };
}
