import { primaryLanguage } from '../language-tag.ts';
import { maskPair } from '../languages/mask.ts';
import type { Check } from '../model.ts';

/** No word stands twice in a row, unless the source repeats one too. */
export const repeatedWord: Check = {
  id: 'repeated_word',
  check(pair) {
    const texts = maskPair(pair);
    const found = Array.from(texts.target.matchAll(repeated)).filter(
      ({ 0: text }) => !isGrammar(text, pair.languages.target),
    );
    if (found.length === 0 || new RegExp(repeated).test(texts.source)) return [];
    return found.map(({ 1: word = '', 2: again = '', index }) => {
      const range = { start: index + word.length, end: index + word.length + again.length };
      return {
        check: 'repeated_word',
        severity: 'warning',
        message: { id: 'check.repeated_word', values: { word } },
        target: range,
        fix: { ...range, text: '' },
      };
    });
  },
};

/** Two letters or more, with nothing but blanks between. */
const repeated = /(?<![\p{L}\p{M}\p{N}_'’-])(\p{L}[\p{L}\p{M}]+)([ \t\u00a0]{1,4}\1)(?![\p{L}\p{M}\p{N}_'’-])/giu;

/** "He had had that that he wanted." */
function isGrammar(text: string, language: string): boolean {
  return primaryLanguage(language) === 'en' && /^(?:that|had)\s/i.test(text);
}
