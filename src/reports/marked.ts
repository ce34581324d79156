import type { Colors } from 'picocolors/types.js';
import type { Language } from '../model.ts';
import { diffWords } from './words.ts';

/** How removed and added words are shown. */
export interface Marks {
  removed(words: string): string;
  added(words: string): string;
}

/** Without colour: as `git diff --word-diff` does. */
export const plainMarks: Marks = { removed: (words) => `[-${words}-]`, added: (words) => `{+${words}+}` };

/** In colour, where there is any. */
export function marksIn(colors: Colors): Marks {
  if (!colors.isColorSupported) return plainMarks;
  return { removed: (words) => colors.red(colors.strikethrough(words)), added: (words) => colors.green(words) };
}

/** One text with both what went and what came. */
export function markBoth(before: string, after: string, language: Language, marks: Marks): string {
  return diffWords(before, after, language)
    .map(({ kind, text }) => (kind === 'same' ? text : marks[kind](text)))
    .join('');
}

/** The old text with what went, and the new one with what came. */
export function markSides(before: string, after: string, language: Language, marks: Marks): readonly [string, string] {
  const runs = diffWords(before, after, language);
  const side = (own: 'removed' | 'added') =>
    runs
      .filter(({ kind }) => kind === 'same' || kind === own)
      .map(({ kind, text }) => (kind === 'same' ? text : marks[own](text)))
      .join('');
  return [side('removed'), side('added')];
}
