import { primaryLanguage } from '../../language-tag.ts';
import type { Language } from '../../model.ts';
import { decimal } from './decimal.ts';
import { fold } from './fold.ts';
import type { NumberWord } from './quantity.ts';
import { germanWords } from './words-de.ts';
import { englishWords } from './words-en.ts';
import { koreanWords } from './words-ko.ts';

const readers: Readonly<Record<string, (text: string) => readonly NumberWord[]>> = {
  de: germanWords,
  en: englishWords,
  ko: koreanWords,
};

/**
 * The words that may stand for a figure: `zwölf`, `Hälfte`, `both`, `석` (달), `III`. Generous on purpose: they excuse a value
 * that only one side writes in figures, and never raise anything themselves. Indefinite ones (`Tausende`, 수천) have no value.
 */
export function numberWords(text: string, language: Language): readonly NumberWord[] {
  const folded = fold(text);
  return [...(readers[primaryLanguage(language)]?.(folded) ?? []), ...romans(folded), ...attached(folded)];
}

const romanDigits: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 };

/** `Wilhelm II.`, `World War I`. */
function romans(text: string): readonly NumberWord[] {
  return Array.from(text.matchAll(/(?<![\p{L}\d])[IVX]{1,6}(?![\p{Script=Latin}\d])/gu), ({ 0: roman, index }) => {
    const sizes = Array.from(roman, (letter) => romanDigits[letter]!);
    const value = sizes.reduce((sum, size, at) => sum + (size < (sizes[at + 1] ?? 0) ? -size : size), 0);
    return { kind: 'number', value: String(value), start: index, end: index + roman.length };
  });
}

/** `LokSound5`, `CoV2`: figures in a name, which the other side may write apart. */
function attached(text: string): readonly NumberWord[] {
  return Array.from(text.matchAll(/(?<=\p{Script=Latin})\d{1,9}/gu), ({ 0: digits, index }) => {
    return { kind: 'number', value: decimal(digits), start: index, end: index + digits.length };
  });
}
