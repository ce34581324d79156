import { diffArrays } from 'diff';
import type { Language } from '../model.ts';

/** A run of words that is in both texts, or only in the old (`removed`) or the new one (`added`). */
export interface WordRun {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Word by word, as the language has words: Korean by Intl.Segmenter, not by syllables. Lossless on both sides. */
export function diffWords(before: string, after: string, language: Language): readonly WordRun[] {
  const runs = diffArrays(wordsOf(before, language), wordsOf(after, language));
  return runs.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }));
}

function wordsOf(text: string, language: Language): string[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  return [...segmenter.segment(text)].map(({ segment }) => segment);
}
