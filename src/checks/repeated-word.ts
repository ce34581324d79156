import { primaryLanguage } from '../language-tag.ts';
import { maskPair } from '../languages/mask.ts';
import type { Check } from '../model.ts';
import { doubledWords } from './doubled-words.ts';

/** No word stands twice in a row, unless the source repeats one too. */
export const repeatedWord: Check = {
  id: 'repeated_word',
  check(pair) {
    const texts = maskPair(pair);
    const found = doubledWords(texts.target).filter(({ word }) => !isGrammar(word, pair.languages.target));
    if (found.length === 0 || doubledWords(texts.source).length > 0) return [];
    return found.map(({ word, again }) => ({
      check: 'repeated_word',
      severity: 'warning',
      message: { id: 'check.repeated_word', values: { word } },
      target: again,
      fix: { ...again, text: '' },
    }));
  },
};

/** "He had had that that he wanted." */
function isGrammar(word: string, language: string): boolean {
  return primaryLanguage(language) === 'en' && /^(?:that|had)$/i.test(word);
}
