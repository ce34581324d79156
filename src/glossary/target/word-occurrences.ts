import { onceForText } from '../../once.ts';
import { type Word, words } from '../words.ts';
import type { FormFinder, Occurrence } from './occurrence.ts';

/**
 * Finds a form as whole words, in the plural and before a possessive ’s too. Capitals count; but a form without any may
 * be capitalised (at the start of a sentence, in a headline), and one of four letters or more may stand all in capitals.
 */
export function wordOccurrences(text: string): FormFinder {
  const row = words(text);
  const places = placesOf(row);
  return (form) => {
    const wanted = wantedOf(form);
    return wanted.firstKeys
      .flatMap((key) => places.get(key) ?? [])
      .sort((a, b) => a - b)
      .flatMap((index) => occurrenceAt(row, index, wanted, text));
  };
}

/** Where each word stands in the row, whatever its capitals. */
function placesOf(row: readonly Word[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [index, { key }] of row.entries()) {
    const lower = key.toLowerCase();
    const known = places.get(lower);
    if (known === undefined) places.set(lower, [index]);
    else known.push(index);
  }
  return places;
}

interface Wanted {
  readonly words: readonly Word[];
  /** What its first word may be, in lower case. */
  readonly firstKeys: readonly string[];
  /** Marks around the words: the last full stop of U.N. */
  readonly before: string;
  readonly after: string;
  readonly hasCapitals: boolean;
  readonly mayBeCapitals: boolean;
}

const wantedOf = onceForText((form): Wanted => {
  const row = words(form);
  const after = form.slice(row.at(-1)?.end);
  const first = row[0]?.key.toLowerCase();
  const isAlone = row.length === 1 && after === '';
  return {
    words: row,
    firstKeys: first === undefined ? [] : isAlone ? [...new Set([first, ...pluralsOf(first)])] : [first],
    before: form.slice(0, row[0]?.start),
    after,
    hasCapitals: form !== form.toLowerCase(),
    mayBeCapitals: (form.match(/\p{L}/gu)?.length ?? 0) >= 4,
  };
});

function occurrenceAt(row: readonly Word[], index: number, wanted: Wanted, text: string): readonly Occurrence[] {
  const found = row.slice(index, index + wanted.words.length);
  const [first, last] = [found[0], found.at(-1)];
  if (first === undefined || last === undefined || !wanted.words.every((_, step) => agrees(found, step, wanted)))
    return [];
  const [start, end] = [first.start - wanted.before.length, last.end + wanted.after.length];
  const areMarksThere = text.slice(start, first.start) === wanted.before && text.slice(last.end, end) === wanted.after;
  return areMarksThere ? [{ start, end, continued: false }] : [];
}

function agrees(found: readonly Word[], step: number, wanted: Wanted): boolean {
  const [word, form] = [found[step], wanted.words[step]];
  if (word === undefined || form === undefined || (step > 0 && word.joint !== form.joint)) return false;
  const written = wanted.hasCapitals ? word.key : word.key.toLowerCase();
  const spellings = wanted.mayBeCapitals ? [form.key, form.key.toUpperCase()] : [form.key];
  const isLast = step === wanted.words.length - 1 && wanted.after === '';
  return spellings.some((spelling) => written === spelling || (isLast && isPlural(written, spelling)));
}

function isPlural(word: string, singular: string): boolean {
  if (!/s$/iu.test(word) || word.length <= singular.length) return false;
  const plurals = pluralsOf(singular);
  return [...plurals, ...plurals.map((plural) => plural.toUpperCase())].includes(word);
}

const pluralsOf = (singular: string): readonly string[] => [
  ...new Set([`${singular}s`, `${singular}es`, singular.replace(/(?<=[^aeiou])y$/u, 'ies')]),
];
