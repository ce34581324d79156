import { collapse, fingerprint } from '../../fingerprint.ts';
import type { Entry, Range } from '../../model.ts';
import type { Split } from '../split-unit.ts';
import { entriesByUnit } from '../units.ts';
import { nothing, shownText } from './settle.ts';

/** What an entry showed in the translated file as wordferry last wrote it; `''` for one that showed nothing. */
export type Expected = (entry: Entry) => string;

/**
 * `units` are the texts of the translated file. Where an entry was edited in the review file since, only the fingerprint
 * of what it showed is known: the text is looked for in the units that are not as expected.
 */
export function expectedTexts(entries: readonly Entry[], units: readonly string[], split: Split): Expected {
  const changed = new Set(entries.filter(isChanged));
  const standing = changed.size === 0 ? new Map<string, string>() : standingTexts(entries, changed, units, split);
  return (entry) => {
    const shown = shownText(entry);
    if (!changed.has(entry)) return shown;
    if (entry.joined) return standing.get(entry.written ?? '') ?? '';
    // What a person typed into the review file, as a new entry, is not in the translated file yet.
    if (entry.written === undefined) return standing.get(fingerprint(shown)) ?? '';
    if (entry.written === nothing) return '';
    // It showed something, and it is not there: a guess, so that what stands there is compared with it.
    return standing.get(entry.written) ?? (shown === '' ? (entry.source ?? '') : shown);
  };
}

/** It shows something else than before; one that a person has just joined showed a text of its own. */
function isChanged(entry: Entry): boolean {
  return entry.joined ? entry.written !== undefined : fingerprint(shownText(entry)) !== entry.written;
}

/** By fingerprint: units, runs of their sentences and, where that is not enough, runs of their words. */
function standingTexts(
  entries: readonly Entry[],
  changed: ReadonlySet<Entry>,
  units: readonly string[],
  split: Split,
): ReadonlyMap<string, string> {
  const same = new Set(
    entriesByUnit(entries)
      .filter((unit) => unit.every((entry) => !changed.has(entry)))
      .map((unit) => collapse(unit.map(shownText).join(' '))),
  );
  const others = units.filter((unit) => !same.has(collapse(unit)));
  const texts = others.flatMap((unit) => [unit, ...runsOf(split(unit), unit, mostSentences)]);
  const standing = new Map(texts.map((text) => [fingerprint(text), collapse(text)]));
  const isFound = ({ written }: Entry) => written === undefined || written === nothing || standing.has(written);
  if ([...changed].every(isFound)) return standing;
  // A target without a final stop ends inside of what looks like a sentence.
  const pieces = others.flatMap((unit) => runsOf(wordsOf(unit), unit, mostWords));
  return new Map([...pieces.map((text): [string, string] => [fingerprint(text), collapse(text)]), ...standing]);
}

/** A target has rarely more. */
const mostSentences = 3;
const mostWords = 40;

/** Each run of up to `most` pieces. */
function runsOf(pieces: readonly Range[], text: string, most: number): readonly string[] {
  return pieces.flatMap(({ start }, at) => pieces.slice(at, at + most).map(({ end }) => text.slice(start, end)));
}

function wordsOf(text: string): readonly Range[] {
  return [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => ({ start: index, end: index + word.length }));
}
