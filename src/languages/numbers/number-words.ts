import { primaryLanguage } from '../../language-tag.ts';
import type { Language } from '../../model.ts';
import { keysOfWord } from './atoms.ts';
import { decimal } from './decimal.ts';
import { fold } from './fold.ts';
import { matches } from './matches.ts';
import type { NumberWord } from './quantity.ts';
import { type Lexicon, lookUp } from './words.ts';
import { germanLexicon, germanNumbers } from './words-de.ts';
import { englishLexicon, englishNumbers } from './words-en.ts';
import { koreanLexicon, koreanNumbers } from './words-ko.ts';

/** How a language says numbers: in words that spell them out, and in words that have a value. */
interface WordReader {
  readonly spelled: (text: string) => readonly NumberWord[];
  readonly lexicon: Lexicon;
}

const readers: Readonly<Record<string, WordReader>> = {
  de: { spelled: germanNumbers, lexicon: germanLexicon },
  en: { spelled: englishNumbers, lexicon: englishLexicon },
  ko: { spelled: koreanNumbers, lexicon: koreanLexicon },
};

/**
 * The words that may stand for a figure: `zwölf`, `Hälfte`, `both`, `석` (달), `III`. Generous on purpose: they excuse a value
 * that only one side writes in figures, and never raise anything themselves. Indefinite ones (`Tausende`, 수천) have no value.
 */
export function numberWords(text: string, language: Language): readonly NumberWord[] {
  const folded = fold(text);
  return [...figurelike(folded, language), ...lookUp(folded, readerOf(language)?.lexicon ?? [])];
}

/** Those of them that say what `keys` name; the words of other values are not even looked for. */
export function wordsFor(text: string, language: Language): (keys: ReadonlySet<string>) => readonly NumberWord[] {
  const reader = readerOf(language);
  let folded: string | undefined;
  let spelled: readonly NumberWord[] | undefined;
  return (keys) => {
    folded ??= fold(text);
    spelled ??= figurelike(folded, language);
    return [...spelled, ...lookUp(folded, reader ? entriesFor(reader.lexicon, keys) : [])];
  };
}

/** The numbers that words spell out: `zwölf`, `two and a half million`, `이십오`. */
export function spelledNumbers(text: string, language: Language): readonly NumberWord[] {
  return readerOf(language)?.spelled(fold(text)) ?? [];
}

function figurelike(folded: string, language: Language): readonly NumberWord[] {
  return [...(readerOf(language)?.spelled(folded) ?? []), ...romans(folded), ...attached(folded)];
}

const indexes = new Map<Lexicon, ReadonlyMap<string, Lexicon>>();

function entriesFor(lexicon: Lexicon, keys: ReadonlySet<string>): Lexicon {
  const index = indexes.get(lexicon) ?? indexOf(lexicon);
  indexes.set(lexicon, index);
  return [...new Set([...keys].flatMap((key) => index.get(key) ?? []))];
}

function indexOf(lexicon: Lexicon): ReadonlyMap<string, Lexicon> {
  const index = new Map<string, Lexicon[number][]>();
  for (const entry of lexicon) {
    const [, kind, ...values] = entry;
    for (const key of values.flatMap((value) => keysOfWord({ kind, value }))) {
      const entries = index.get(key) ?? [];
      index.set(key, entries);
      entries.push(entry);
    }
  }
  return index;
}

function readerOf(language: Language): WordReader | undefined {
  return readers[language] ?? readers[primaryLanguage(language)];
}

const romanDigits: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 };

/** `Wilhelm II.`, `World War I`. */
function romans(text: string): readonly NumberWord[] {
  return matches(text, /(?=[IVX])(?<![\p{L}\d])[IVX]{1,6}(?![\p{Script=Latin}\d])/gu).map(({ 0: roman, index }) => {
    const sizes = Array.from(roman, (letter) => romanDigits[letter]!);
    const value = sizes.reduce((sum, size, at) => sum + (size < (sizes[at + 1] ?? 0) ? -size : size), 0);
    return { kind: 'number', value: String(value), start: index, end: index + roman.length };
  });
}

/** `LokSound5`, `CoV2`: figures in a name, which the other side may write apart. */
function attached(text: string): readonly NumberWord[] {
  return matches(text, /(?=\d)(?<=\p{Script=Latin})\d{1,9}/gu).map(({ 0: digits, index }) => {
    return { kind: 'number', value: decimal(digits), start: index, end: index + digits.length };
  });
}
