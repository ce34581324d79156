import type { Piece } from '../model.ts';

/** Line breaks with the blanks around them, each read as one blank. */
export function softBreaks(raw: string): readonly Piece[] {
  if (!lineBreak.test(raw)) return [];
  return [...raw.matchAll(softBreak)].map(({ 0: text, index }) => ({
    start: index,
    end: index + text.length,
    text: ' ',
  }));
}

const lineBreak = /[\r\n]/;

/** Looking back keeps it linear: blanks before no line break are tried once, not from each of them. */
export const softBreak = /(?<![ \t])[ \t]*(?:\r\n|\r|\n)[ \t\r\n]*/g;
