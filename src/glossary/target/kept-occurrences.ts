import type { FormFinder } from './occurrence.ts';
import { indexesOf, joinsWord } from './substrings.ts';

/** Finds a form character for character, and not inside a longer word: `Git` stands in "Git은", not in "GitHub". */
export function keptOccurrences(text: string): FormFinder {
  return (form) =>
    indexesOf(form, text)
      .map((start) => ({ start, end: start + form.length, continued: false }))
      .filter(({ start, end }) => !joinsWord(text, start) && !joinsWord(text, end));
}
