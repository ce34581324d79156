import { collapse } from '../fingerprint.ts';
import { sentenceSplitter } from '../languages/sentences/index.ts';
import type { Entry, Language } from '../model.ts';
import { noMachine } from '../states.ts';
import { type Expected, expectedTexts } from './expected.ts';
import { pairInOrder } from './pair-in-order.ts';
import { pairUnits, type UnitBead } from './pair-units.ts';
import { type Placed, placeEdits } from './place-edits.ts';
import { isEditedInReview } from './settle.ts';
import { type Split, splitterOf } from './split-unit.ts';
import { entriesByUnit, isSlot, type Reading, type TargetUnit, withoutBlanks } from './units.ts';

export interface PlacedEntry {
  readonly entry: Entry;
  /** Its text in the translated file; absent where that is not known. */
  readonly inFile?: string | undefined;
}

/** What the translated file says, entry by entry. */
export interface Placement {
  /** The entries, and those for what people added. */
  readonly placed: readonly PlacedEntry[];
  /** The units of the translated file that belong to an entry. */
  readonly found: readonly TargetUnit[];
  /** How the units of the review file go with them, in order. */
  readonly beads: readonly UnitBead[];
  /** Units of the review file whose text has no letters. */
  readonly hidden: ReadonlySet<number>;
}

/** `undefined`: nothing of the translation is left. */
export function placeAll(
  entries: readonly Entry[],
  found: readonly TargetUnit[],
  language: Language,
  reading: Reading,
): Placement | undefined {
  const actual = found.map((unit) => unit.text);
  const split = splitterOf(reading.format, sentenceSplitter(language, reading.settings.sentences));
  const expected = expectedTexts(entries, actual, split);
  const units = entriesByUnit(entries).map((unit) => ({ entries: unit, text: unitText(unit, expected) }));
  if (actual.length === 0 && units.some((unit) => isSeen(unit.text))) return undefined;
  const labels = labelsOf(
    units.map(({ entries: [first], text }) => ({ unit: first?.unit ?? '', text })),
    found.map(({ kind, key, text }) => ({ unit: key === undefined ? kind : `${kind} ${key}`, text })),
  );
  const beads: UnitBead[] = [];
  let [unit, at] = [0, 0];
  for (const [length, count] of runsOf(...labels)) {
    beads.push(...beadsIn(units.slice(unit, unit + length), actual.slice(at, at + count), split));
    unit += length;
    at += count;
  }
  const own = withoutNewSlots(found, withCues(found, beads));
  const hidden = new Set(units.flatMap(({ text }, at) => (text === '' || isSeen(text) ? [] : [at])));
  return { ...own, hidden, placed: placeBeads(own.beads, units, own.found, { split, expected, reading }) };
}

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
function withoutNewSlots(found: readonly TargetUnit[], beads: readonly UnitBead[]): Pick<Placement, 'found' | 'beads'> {
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

interface ExpectedUnit {
  readonly entries: readonly Entry[];
  /** White space collapsed. */
  readonly text: string;
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

function unitText(unit: readonly Entry[], expected: Expected): string {
  return collapse(unit.map(expected).join(' '));
}

/** A format may take a target without letters, `—`, for an ornament: nobody can say whether it still stands there. */
const isSeen = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

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

interface UnitContext {
  readonly split: Split;
  readonly expected: Expected;
  readonly reading: Reading;
}

function placeBeads(
  beads: readonly UnitBead[],
  units: readonly ExpectedUnit[],
  found: readonly TargetUnit[],
  place: UnitContext,
): readonly PlacedEntry[] {
  let [unit, at] = [0, 0];
  return beads.flatMap(([n, m]) => {
    const own = units.slice(unit, unit + n);
    const actual = found.slice(at, at + m);
    unit += n;
    at += m;
    if (m === 0) return own.flatMap(gone);
    if (n === 0) return actual.flatMap((each) => addedUnit(each, place.reading));
    const text = actual.map((each) => each.text).join(' ');
    return placeUnit(
      own.flatMap(({ entries }) => entries),
      text,
      place,
    );
  });
}

function gone({ entries, text }: ExpectedUnit): readonly PlacedEntry[] {
  const inFile = text === '' || isSeen(text) ? '' : undefined;
  return entries.map((entry) => ({ entry, inFile }));
}

function addedUnit({ text }: TargetUnit, { copied }: Reading): readonly PlacedEntry[] {
  return copied.has(collapse(text)) ? [] : [addedEntry(text, 'paragraph')];
}

function placeUnit(unit: readonly Entry[], actual: string, place: UnitContext): readonly PlacedEntry[] {
  const { split, expected, reading } = place;
  if (reading.behind?.has(withoutBlanks(actual))) return unit.map((entry) => ({ entry }));
  const own = unit.filter((entry) => expected(entry) !== '');
  const { texts, added } = placeTexts(own.map(expected), actual, split);
  const places = new Map(own.map((entry, at) => [entry, at]));
  return unit.flatMap((entry) => {
    const at = places.get(entry);
    if (at === undefined) return [{ entry, inFile: '' }];
    const after = added.filter((each) => each.after === at).map(({ text }) => addedEntry(text));
    return [placeOne(entry, texts[at], reading), ...after];
  });
}

/** Where nothing was changed but the white space, no sentence was moved. */
function placeTexts(expected: readonly string[], actual: string, split: Split): Placed {
  const asExpected = { texts: expected, added: [] };
  if (expected.join(' ') === actual) return asExpected;
  const placed = placeEdits(expected, actual, split);
  const isSame = placed.texts.every((text, at) => collapse(text ?? '') === collapse(expected[at] ?? ''));
  return isSame || !standsIn(expected, actual) ? placed : asExpected;
}

/** The text is the expected ones, in order, with any white space or none between them. */
function standsIn(expected: readonly string[], actual: string): boolean {
  const text = collapse(actual);
  let at = 0;
  for (const one of expected.map(collapse)) {
    if (text[at] === ' ') at += 1;
    if (!text.startsWith(one, at)) return false;
    at += one.length;
  }
  return at === text.length;
}

/** No text of its own: a person wrote one sentence for two. What somebody typed into the review file is not dropped for that. */
function placeOne(entry: Entry, text: string | undefined, { settings }: Reading): PlacedEntry {
  if (text !== undefined) return { entry, inFile: text };
  if (isEditedInReview(entry)) return { entry, inFile: '' };
  const state = settings.onEdit;
  return { entry: { ...entry, ...noMachine, target: '', state, joined: true, previous: undefined } };
}

function addedEntry(text: string, unit?: string): PlacedEntry {
  return { entry: { unit, target: '', state: 'initial' }, inFile: text };
}
