import type { Piece } from './model.ts';

/** The text with its pieces replaced; all else is copied. Pieces in order, not overlapping. */
export function splice(text: string, pieces: readonly Piece[]): string {
  let copied = 0;
  let out = '';
  for (const piece of pieces) {
    out += text.slice(copied, piece.start) + piece.text;
    copied = piece.end;
  }
  return out + text.slice(copied);
}
