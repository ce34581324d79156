import { primaryLanguage } from '../../language-tag.ts';
import { registerOfTexts } from '../../languages/korean/registers.ts';
import type { CheckedPair, Language } from '../../model.ts';

/** What a sentence is compared with in its document: how the others are written. */
export type DocumentTraits = Pick<CheckedPair, 'curlyQuotes' | 'register'>;

export function traitsOf(targets: readonly string[], language: Language): DocumentTraits {
  const isKorean = primaryLanguage(language) === 'ko';
  return { curlyQuotes: targets.some(hasCurlyQuotes), register: isKorean ? registerOfTexts(targets) : undefined };
}

/** An apostrophe inside a word is none. */
function hasCurlyQuotes(text: string): boolean {
  return /[“”‘’]/.test(text) && /[“”‘’]/.test(text.replace(/\p{L}’\p{L}/gu, ''));
}
