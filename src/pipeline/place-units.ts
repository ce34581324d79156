import { collapse } from '../fingerprint.ts';
import { sentenceSplitter } from '../languages/sentences/index.ts';
import type { Entry, Language } from '../model.ts';
import { noMachine } from '../states.ts';
import { type Expected, expectedTexts } from './expected.ts';
import { type Placed, placeEdits } from './place-edits.ts';
import { isEditedInReview } from './settle.ts';
import { type Split, splitterOf } from './split-unit.ts';
import { inFileOrder, labelOf, runsOf } from './unit-runs.ts';
import { entriesByUnit, type Reading, unitLabel, unitsOfTarget, withoutBlanks } from './units.ts';

export interface PlacedEntry {
  readonly entry: Entry;
  /** Its text in the translated file; absent where that is not known. */
  readonly inFile?: string | undefined;
}

/**
 * What the translated file says of each entry, and entries for what people added. `undefined`: paragraphs were split,
 * merged or rewritten so that they cannot be told apart, or all were taken away.
 */
export function placeAll(
  entries: readonly Entry[],
  text: string,
  language: Language,
  reading: Reading,
): readonly PlacedEntry[] | undefined {
  const found = unitsOfTarget(text, language, reading);
  const actual = found.map((unit) => unit.text);
  const split = splitterOf(reading.format, sentenceSplitter(language, reading.settings.sentences));
  const expected = expectedTexts(entries, actual, split);
  const labels = found.map((unit) => labelOf(unitLabel(unit), unit.text));
  const known = entriesByUnit(entries).map((unit) => expectedUnit(unit, expected));
  const units = reading.layout === 'own' ? inFileOrder(known, labels) : known;
  if (actual.length === 0 && units.some((unit) => isSeen(unit.text))) return undefined;
  const runs = runsOf(
    units.map(({ label }) => label),
    labels,
  );
  const placed: PlacedEntry[] = [];
  let [unit, at] = [0, 0];
  for (const [length, count] of runs) {
    const run = placeRun(units.slice(unit, unit + length), actual.slice(at, at + count), { split, expected, reading });
    if (run === undefined) return undefined;
    placed.push(...run);
    unit += length;
    at += count;
  }
  return placed;
}

interface ExpectedUnit {
  readonly entries: readonly Entry[];
  /** White space collapsed. */
  readonly text: string;
  /** What finds it in the file. */
  readonly label: string;
}

function expectedUnit(entries: readonly Entry[], expected: Expected): ExpectedUnit {
  const text = collapse(entries.map(expected).join(' '));
  return { entries, text, label: labelOf(entries[0]?.unit ?? '', text) };
}

/** A format may take a target without letters, `—`, for an ornament: nobody can say whether it still stands there. */
const isSeen = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

interface UnitContext {
  readonly split: Split;
  readonly expected: Expected;
  readonly reading: Reading;
}

/** Units that were emptied show nothing; of the others either all are there, or none, or the texts are new. */
function placeRun(
  units: readonly ExpectedUnit[],
  actual: readonly string[],
  place: UnitContext,
): readonly PlacedEntry[] | undefined {
  if (place.reading.layout === 'own' && isPartedOtherwise(units, actual)) return placeTogether(units, actual, place);
  const shown = units.filter(({ text }) => text !== '');
  const seen = shown.length === actual.length ? shown : shown.filter(({ text }) => isSeen(text));
  if (seen.length !== actual.length && seen.length > 0 && actual.length > 0) return undefined;
  const texts = [...actual];
  const placed = units.flatMap((unit) => {
    if (seen.includes(unit)) return placeUnit(unit.entries, texts.shift() ?? '', place);
    const inFile = shown.includes(unit) ? undefined : '';
    return unit.entries.map((entry) => ({ entry, inFile }));
  });
  const added = texts.filter((text) => !place.reading.copied.has(collapse(text)));
  return [...placed, ...added.map((text) => addedEntry(text, 'paragraph'))];
}

/** The same text in other paragraphs, or a text in more or fewer of them. */
function isPartedOtherwise(units: readonly ExpectedUnit[], actual: readonly string[]): boolean {
  const shown = units.filter(({ text }) => text !== '');
  if (shown.length === 0 || actual.length === 0) return false;
  return shown.length !== actual.length || isSameText(shown, actual);
}

const isSameText = (units: readonly ExpectedUnit[], actual: readonly string[]): boolean =>
  withoutBlanks(units.map(({ text }) => text).join('')) === withoutBlanks(actual.join(''));

function placeTogether(
  units: readonly ExpectedUnit[],
  actual: readonly string[],
  place: UnitContext,
): readonly PlacedEntry[] {
  const entries = units.flatMap((unit) => unit.entries);
  if (isSameText(units, actual)) return entries.map((entry) => ({ entry, inFile: place.expected(entry) }));
  return placeUnit(entries, actual.join(' '), place);
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
