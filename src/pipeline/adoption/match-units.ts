import type { Entry } from '../../model.ts';
import type { Split } from '../split-unit.ts';
import { isSlot, type ReadUnit, type TargetUnit, unitLabel, withoutBlanks } from '../units.ts';
import { beadsOf, type UnitBead } from './unit-beads.ts';
import { labelsOf, runsOf } from './unit-runs.ts';

/** How units of the review file and of the translated file go together, in order. */
export interface UnitMatch {
  /** The units of the translated file that belong to an entry, or are a paragraph that a person added. */
  readonly found: readonly TargetUnit[];
  readonly beads: readonly UnitBead[];
}

export interface ExpectedUnit {
  readonly entries: readonly Entry[];
  /** What a review file calls it. */
  readonly unit: string;
  /** White space collapsed. */
  readonly text: string;
}

export interface Matching {
  readonly split: Split;
  /** The translated file may part its paragraphs otherwise: what it parts otherwise stays together. */
  readonly isOwn: boolean;
}

export function matchUnits(
  units: readonly ExpectedUnit[],
  found: readonly TargetUnit[],
  { split, isOwn }: Matching,
): UnitMatch {
  const labels = labelsOf(
    units,
    found.map((each) => ({ unit: unitLabel(each), text: each.text })),
  );
  const beads: UnitBead[] = [];
  let [unit, at] = [0, 0];
  for (const [length, count] of runsOf(...labels)) {
    const [own, actual] = [units.slice(unit, unit + length), found.slice(at, at + count)];
    beads.push(
      ...(isOwn && isPartedOtherwise(own, actual)
        ? [[length, count] as const]
        : beadsIn(own, actual.map(textOf), split)),
    );
    unit += length;
    at += count;
  }
  return isOwn ? { found, beads } : withoutNewSlots(found, withCues(found, beads));
}

const textOf = ({ text }: ReadUnit): string => text;

/** The same text in other paragraphs, or a text in more or fewer of them. */
function isPartedOtherwise(units: readonly ExpectedUnit[], actual: readonly ReadUnit[]): boolean {
  const shown = units.filter(({ text }) => text !== '');
  if (shown.length === 0 || actual.length === 0) return false;
  return shown.length !== actual.length || isSameText(shown, actual);
}

type Texts = readonly { readonly text: string }[];

export const isSameText = (units: Texts, actual: Texts): boolean =>
  withoutBlanks(units.map(({ text }) => text).join('')) === withoutBlanks(actual.map(({ text }) => text).join(''));

/** Units that were emptied show nothing, and are paired with nothing. */
function beadsIn(units: readonly ExpectedUnit[], actual: readonly string[], split: Split): readonly UnitBead[] {
  const shown = units.filter(({ text }) => text !== '');
  const seen = shown.length === actual.length ? shown : shown.filter(({ text }) => isSeen(text));
  const places = seen.map((unit) => units.indexOf(unit));
  const beads: UnitBead[] = [];
  let [next, unit] = [0, 0];
  const pairs = beadsOf(
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
