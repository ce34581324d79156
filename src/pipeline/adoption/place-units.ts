import { collapse } from '../../fingerprint.ts';
import { sentenceSplitter } from '../../languages/sentences/index.ts';
import type { Entry, Language } from '../../model.ts';
import { noMachine } from '../../states.ts';
import { type Split, splitterOf } from '../split-unit.ts';
import { entriesByUnit, type Reading, type TargetUnit, unitLabel, withoutBlanks } from '../units.ts';
import { type Expected, expectedTexts } from './expected.ts';
import { type ExpectedUnit, isSameText, isSeen, matchUnits, type UnitMatch } from './match-units.ts';
import { type Placed, placeEdits } from './place-edits.ts';
import { isEditedInReview } from './settle.ts';
import { inFileOrder } from './unit-runs.ts';
import { withinSlots } from './within-slots.ts';

export interface PlacedEntry {
  readonly entry: Entry;
  /** Its text in the translated file; absent where that is not known. */
  readonly inFile?: string | undefined;
}

/** What the translated file says, entry by entry. */
export interface Placement extends UnitMatch {
  /** The entries, and those for what people added. */
  readonly placed: readonly PlacedEntry[];
  /** The units of the review file. */
  readonly groups: readonly (readonly Entry[])[];
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
  const standing = new Set(actual.map(withoutBlanks));
  const own = withinSlots(entriesByUnit(entries), (unit) => standing.has(withoutBlanks(unitText(unit, expected))));
  const known = own.map((unit) => expectedUnit(unit, expected));
  const isOwn = reading.layout === 'own';
  const units = isOwn ? inFileOrder(known, found.map(labelled)) : known;
  if (actual.length === 0 && units.some((unit) => isSeen(unit.text))) return undefined;
  const match = matchUnits(units, found, { split, isOwn });
  const hidden = new Set(units.flatMap(({ text }, at) => (text === '' || isSeen(text) ? [] : [at])));
  const placed = placeBeads(match, units, { split, expected, reading });
  return { ...match, groups: units.map((unit) => unit.entries), hidden, placed };
}

const labelled = (unit: TargetUnit) => ({ unit: unitLabel(unit), text: unit.text });

function expectedUnit(entries: readonly Entry[], expected: Expected): ExpectedUnit {
  const unit = entries.find((entry) => entry.unit !== undefined)?.unit ?? '';
  return { entries, unit, text: unitText(entries, expected) };
}

function unitText(unit: readonly Entry[], expected: Expected): string {
  return collapse(unit.map(expected).join(' '));
}

interface UnitContext {
  readonly split: Split;
  readonly expected: Expected;
  readonly reading: Reading;
}

function placeBeads(
  { beads, found }: UnitMatch,
  units: readonly ExpectedUnit[],
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
    const entries = own.flatMap((each) => each.entries);
    // A paragraph may break off in a sentence.
    if (n + m > 2 && isSameText(own, actual)) return entries.map((entry) => ({ entry, inFile: place.expected(entry) }));
    return placeUnit(entries, actual.map(({ text }) => text).join(' '), place);
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
