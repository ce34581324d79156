import { collapse } from '../fingerprint.ts';
import type { Document, Language, Piece } from '../model.ts';
import type { Furniture } from '../settings.ts';

/** Furniture with a fixed text in this language. */
export function furniturePieces(
  document: Document,
  language: Language,
  furniture: ReadonlyMap<string, Furniture>,
): readonly Piece[] {
  return document.units.flatMap((unit) => {
    if (!unit.furniture) return [];
    const choice = furniture.get(collapse(document.text.slice(unit.start, unit.end)));
    const text = typeof choice === 'object' ? choice[language] : undefined;
    return text === undefined ? [] : [{ start: unit.start, end: unit.end, text }];
  });
}
