import { onceForText } from '../../once.ts';
import { type Word, wordAfter, words } from '../words.ts';
import type { FormFinder, Occurrence } from './occurrence.ts';
import { wordStarts } from './word-starts.ts';

/**
 * Finds a form as whole words, in the plural and before a possessive ’s too. Capitals count; but a form without any may
 * be capitalised (at the start of a sentence, in a headline), and one of four letters or more may stand all in capitals.
 */
export function wordOccurrences(text: string): FormFinder {
  const startsOf = wordStarts(text);
  return (form) => {
    const wanted = wantedOf(form);
    const found: Occurrence[] = [];
    for (const key of wanted.firstKeys) {
      for (const start of startsOf(key)) {
        const occurrence = occurrenceAt(start, wanted, text);
        if (occurrence !== undefined) found.push(occurrence);
      }
    }
    return found.length < 2 ? found : found.sort((a, b) => a.start - b.start);
  };
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

function occurrenceAt(first: number, wanted: Wanted, text: string): Occurrence | undefined {
  let last = first;
  for (let step = 0; step < wanted.words.length; step += 1) {
    const word = wordAfter(text, last);
    if (word === undefined || !agrees(word, step, wanted)) return undefined;
    last = word.end;
  }
  const [start, end] = [first - wanted.before.length, last + wanted.after.length];
  const areMarksThere = text.startsWith(wanted.before, start) && text.startsWith(wanted.after, last);
  return areMarksThere && start >= 0 ? { start, end, continued: false } : undefined;
}

function agrees(word: Word, step: number, wanted: Wanted): boolean {
  const form = wanted.words[step]!;
  if (step > 0 && word.joint !== form.joint) return false;
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
