import type { Code } from '../model.ts';

/** Something to translate in the text of a catalog: a letter besides its codes. Those are found only where there is one. */
export function hasLetterBesides(text: string, codesOf: (text: string) => readonly Code[]): boolean {
  if (!letter.test(text)) return false;
  let from = 0;
  for (const { kind, start, end } of codesOf(text)) {
    if (kind === 'escape') continue;
    if (letter.test(text.slice(from, start))) return true;
    from = end;
  }
  return letter.test(text.slice(from));
}

const letter = /\p{L}/u;
