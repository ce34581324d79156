import { formatFor } from '../formats/index.ts';
import { anyUnit } from '../formats/unit-text.ts';
import { findTerms, type TermFinder } from '../glossary/find.ts';
import type { GlossaryEntry, Range } from '../model.ts';
import type { RememberedPair } from './remembered.ts';
import { termsIn } from './terms.ts';

/** What somebody looks for in the memory. */
export interface Concordance {
  /** A word, or words that follow each other. */
  readonly word: string;
  readonly side: 'source' | 'target' | 'both';
  readonly finder: TermFinder;
}

/** A text (NFC) and where in it the word stands. */
export interface MarkedText {
  readonly text: string;
  readonly marks: readonly Range[];
}

/** Whether there is a word at all to look for. */
export const isWord = (word: string): boolean => /[\p{L}\p{N}]/u.test(word);

/**
 * Marks a word in pairs, in upper or lower case alike. Words are whole; but in Korean anything may follow, since particles
 * do. A term of the glossary is found in all German forms that it has.
 */
export function createConcordance({
  word,
  side,
  finder,
}: Concordance): (
  pair: Pick<RememberedPair, 'source' | 'target' | 'document'>,
) => Readonly<Record<'source' | 'target', MarkedText>> | undefined {
  const pattern = patternFor(word);
  const entries = entriesOf(word, finder);
  return (pair) => {
    const [source, target] = [pair.source.normalize('NFC'), pair.target.normalize('NFC')];
    const writing = { unit: anyUnit, format: formatFor(pair.document) };
    const forms =
      side === 'target' || entries.length === 0
        ? []
        : termsIn(source, writing, finder).filter(({ entry }) => entries.includes(entry));
    const marked = {
      source: { text: source, marks: side === 'target' ? [] : together([...forms, ...placesOf(pattern, source)]) },
      target: { text: target, marks: side === 'source' ? [] : placesOf(pattern, target) },
    };
    return marked.source.marks.length + marked.target.marks.length === 0 ? undefined : marked;
  };
}

/** Of which the word is a form as a whole; who looks something up may not care for capitals. */
function entriesOf(word: string, finder: TermFinder): readonly GlossaryEntry[] {
  const text = word.normalize('NFC').trim();
  const capitals = text.replace(/(?<![\p{L}\p{M}])\p{Ll}/gu, (letter) => letter.toUpperCase());
  return [text, capitals].flatMap((each) =>
    findTerms(each, finder)
      .filter(({ start, end }) => start === 0 && end === each.length)
      .map(({ entry }) => entry),
  );
}

function patternFor(word: string): RegExp {
  const text = word.normalize('NFC').trim();
  const words = text.split(/\s+/u).map((each) => each.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  const before = /^[\p{L}\p{M}\p{N}]/u.test(text) ? '(?<![\\p{L}\\p{M}\\p{N}])' : '';
  const after = /[\p{L}\p{M}\p{N}]$/u.test(text) && !/\p{Script=Hangul}$/u.test(text) ? '(?![\\p{L}\\p{M}\\p{N}])' : '';
  return new RegExp(`${before}${words.join('\\s+')}${after}`, 'giu');
}

const placesOf = (pattern: RegExp, text: string): readonly Range[] =>
  [...text.matchAll(pattern)].map(({ 0: { length }, index }) => ({ start: index, end: index + length }));

/** In order, each place once: the longest of those that overlap. */
function together(ranges: readonly Range[]): readonly Range[] {
  const kept: Range[] = [];
  for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start || b.end - a.end))
    if (start >= (kept.at(-1)?.end ?? 0)) kept.push({ start, end });
  return kept;
}
