import type { Colors } from 'picocolors/types.js';
import type { Language } from '../model.ts';
import { diffWords } from './words.ts';
import type { Piece } from './wrap.ts';

/** How removed and added words are shown. */
export interface Marks {
  removed(words: string): string;
  added(words: string): string;
}

/** Without colour: as `git diff --word-diff` does. */
export const plainMarks: Marks = { removed: (words) => `[-${words}-]`, added: (words) => `{+${words}+}` };

/** One text with both what went and what came, for a terminal. */
export function markedPieces(before: string, after: string, language: Language, colors: Colors): readonly Piece[] {
  const paints = {
    same: (text: string) => text,
    removed: (text: string) => colors.red(colors.strikethrough(text)),
    added: (text: string) => colors.green(text),
  };
  return diffWords(before, after, language).map(({ kind, text }) => {
    if (colors.isColorSupported || kind === 'same') return { text, paint: paints[kind] };
    return { text: plainMarks[kind](text), paint: paints.same };
  });
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
