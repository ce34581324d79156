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
    const found: Occurrence[] = [];
    for (const key of wanted.firstKeys) {
      for (let index = places.first.get(key) ?? none; index !== none; index = places.next[index]!) {
        const occurrence = occurrenceAt(row, index, wanted, text);
        if (occurrence !== undefined) found.push(occurrence);
      }
    }
    return found.length < 2 ? found : found.sort((a, b) => a.start - b.start);
  };
}

/** Where each word stands in a row, whatever its capitals. */
interface Places {
  readonly first: ReadonlyMap<string, number>;
  /** Where the word of each place stands again. */
  readonly next: Int32Array;
}

const none = -1;

function placesOf(row: readonly Word[]): Places {
  const first = new Map<string, number>();
  const next = new Int32Array(row.length);
  for (let index = row.length - 1; index >= 0; index--) {
    const key = row[index]!.key.toLowerCase();
    next[index] = first.get(key) ?? none;
    first.set(key, index);
  }
  return { first, next };
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

function occurrenceAt(row: readonly Word[], index: number, wanted: Wanted, text: string): Occurrence | undefined {
  const [first, last] = [row[index], row[index + wanted.words.length - 1]];
  if (first === undefined || last === undefined) return undefined;
  for (let step = 0; step < wanted.words.length; step += 1)
    if (!agrees(row[index + step], step, wanted)) return undefined;
  const [start, end] = [first.start - wanted.before.length, last.end + wanted.after.length];
  const areMarksThere = text.startsWith(wanted.before, start) && text.startsWith(wanted.after, last.end);
  return areMarksThere && start >= 0 ? { start, end, continued: false } : undefined;
}

function agrees(word: Word | undefined, step: number, wanted: Wanted): boolean {
  const form = wanted.words[step];
  if (word === undefined || form === undefined || (step > 0 && word.joint !== form.joint)) return false;
  const written = wanted.hasCapitals ? word.key : word.key.toLowerCase();
  if (written === form.key) return true;
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
