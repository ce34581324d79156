import type { Piece, Range } from '../model.ts';

/**
 * What reads as nothing inside of a word, where two lines or strings are joined, belongs to how the sign before it is
 * written. A fold of that sign is taken away from those found so far: the new one has both.
 */
export function withSignBefore({ start, end }: Range, raw: string, folds: Piece[]): Piece {
  const last = folds.at(-1);
  if (last?.end === start) {
    folds.pop();
    return { ...last, end };
  }
  const sign = Array.from(raw.slice(Math.max(0, start - 2), start)).at(-1);
  return sign === undefined ? { start, end, text: ' ' } : { start: start - sign.length, end, text: sign };
}
