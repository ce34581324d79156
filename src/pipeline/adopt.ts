import { diffArrays } from 'diff';
import { collapse } from '../fingerprint.ts';
import type { Entry, Language, ReviewFile } from '../model.ts';
import { placeEdits } from './place-edits.ts';
import { type Settled, settle, shownText } from './settle.ts';
import { entriesByUnit, type Reading, unitsOfTarget } from './units.ts';

/** What people did to a translation since wordferry last wrote it. */
export interface Adoption {
  /** The entries with every edit taken over. */
  readonly entries: readonly Entry[];
  /** Those whose target a person changed, in either file. */
  readonly edited: readonly Entry[];
  /** Those that were changed in both files, differently: nothing of the document may be written. */
  readonly conflicts: readonly Conflict[];
}

export interface Conflict {
  readonly entry: Entry;
  readonly inFile: string;
}

/**
 * Takes over what people changed in the review file and in the translated file (`text`; absent where there is none).
 * `undefined`: paragraphs were split, merged or rewritten so that they cannot be told apart.
 */
export function adoptEdits(review: ReviewFile, text: string | undefined, reading: Reading): Adoption | undefined {
  const placed = text === undefined ? review.entries.map((entry) => ({ entry })) : placeAll(review, text, reading);
  if (placed === undefined) return undefined;
  const settled = placed.map(({ entry, inFile }: PlacedEntry) => settle(entry, inFile, reading.settings));
  return {
    entries: settled.map(({ entry }) => entry).filter(isLeft),
    edited: settled.filter(({ kind }) => kind === 'edited').map(({ entry }) => entry),
    conflicts: settled.filter((each): each is Settled & Conflict => each.kind === 'conflict'),
  };
}

/** Text that a person added and took away again has no source to stand for. */
const isLeft = (entry: Entry): boolean => entry.source !== undefined || entry.target !== '';

interface PlacedEntry {
  readonly entry: Entry;
  /** Its text in the translated file. */
  readonly inFile?: string | undefined;
}

function placeAll(review: ReviewFile, text: string, reading: Reading): readonly PlacedEntry[] | undefined {
  const language = review.languages.target;
  const actual = unitsOfTarget(text, language, reading).map((unit) => unit.text);
  const units = entriesByUnit(review.entries);
  const placed: PlacedEntry[] = [];
  let [unit, found] = [0, 0];
  for (const [length, count] of runsOf(units.map(shownUnit), actual.map(collapse))) {
    const run = placeRun(units.slice(unit, unit + length), actual.slice(found, found + count), language);
    if (run === undefined) return undefined;
    placed.push(...run);
    unit += length;
    found += count;
  }
  return placed;
}

const shownUnit = (unit: readonly Entry[]): string => collapse(unit.map(shownText).join(' '));

/** Runs of units: how many of the review file correspond to how many of the translated file. */
function runsOf(expected: readonly string[], actual: readonly string[]): readonly (readonly [number, number])[] {
  const runs: [number, number][] = [];
  let open: [number, number] | undefined;
  for (const { added, removed, count } of diffArrays([...expected], [...actual])) {
    if (!added && !removed) {
      runs.push(...Array.from({ length: count }, (): [number, number] => [1, 1]));
      open = undefined;
      continue;
    }
    if (open === undefined) {
      open = [0, 0];
      runs.push(open);
    }
    open[added ? 1 : 0] += count;
  }
  return runs;
}

/** Units that were emptied show nothing; of the others either all are there, or none, or the texts are new. */
function placeRun(
  units: readonly (readonly Entry[])[],
  actual: readonly string[],
  language: Language,
): readonly PlacedEntry[] | undefined {
  const isShown = (unit: readonly Entry[]) => shownUnit(unit) !== '';
  const shown = units.filter(isShown).length;
  if (shown !== actual.length && shown > 0 && actual.length > 0) return undefined;
  const texts = [...actual];
  const placed = units.flatMap((unit) => placeUnit(unit, (isShown(unit) ? texts.shift() : undefined) ?? '', language));
  return [...placed, ...texts.map((text) => addedEntry(text, 'paragraph'))];
}

function placeUnit(unit: readonly Entry[], actual: string, language: Language): readonly PlacedEntry[] {
  const own = unit.filter((entry) => !entry.joined);
  if (own.map(shownText).join(' ') === actual) return unit.map((entry) => ({ entry, inFile: shownText(entry) }));
  const { texts, added } = placeEdits(own.map(shownText), actual, language);
  const addedAfter = (at: number) => added.filter(({ after }) => after === at).map(({ text }) => addedEntry(text));
  const first = unit[0]?.unit;
  const placed = own.flatMap((entry, at) => [placeOne(entry, texts[at]), ...joinedTo(entry, unit), ...addedAfter(at)]);
  const [head, ...rest] = [...addedAfter(-1), ...placed];
  return head === undefined ? [] : [{ ...head, entry: { ...head.entry, unit: first } }, ...rest.map(withoutUnit)];
}

const withoutUnit = ({ entry, inFile }: PlacedEntry): PlacedEntry => ({ entry: { ...entry, unit: undefined }, inFile });

function joinedTo(head: Entry, unit: readonly Entry[]): readonly PlacedEntry[] {
  const after = unit.slice(unit.indexOf(head) + 1);
  const end = after.findIndex((entry) => !entry.joined);
  return (end < 0 ? after : after.slice(0, end)).map((entry) => ({ entry }));
}

/** No text of its own: a person wrote one sentence for two. */
function placeOne(entry: Entry, text: string | undefined): PlacedEntry {
  if (text !== undefined) return { entry, inFile: text };
  return { entry: { ...entry, target: '', state: 'reviewed', joined: true, machine: undefined, previous: undefined } };
}

function addedEntry(text: string, unit?: string): PlacedEntry {
  return { entry: { unit, target: '', state: 'initial' }, inFile: text };
}
