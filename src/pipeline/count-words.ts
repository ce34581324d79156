import type { Language } from '../model.ts';

/** Words of sentences, one by one: Intl.Segmenter takes quadratic time on long texts. */
export function countWords(sentences: readonly string[], language: Language): number {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  return sentences.reduce((sum, text) => {
    const words = [...segmenter.segment(text)];
    return sum + words.filter(({ isWordLike }) => isWordLike).length;
  }, 0);
}
