import { offsetIn, type Writing } from '../formats/unit-text.ts';
import { findTerms, type TermFinder } from '../glossary/find.ts';
import type { Code, Document, Piece, Term } from '../model.ts';
import { splice } from '../splice.ts';

/** The glossary terms of a document in its sentences as people read them, `surface` too; offsets are those of the file. */
export function termsOf({ text, format, units, segments }: Document, finder: TermFinder): readonly Term[] {
  return segments.flatMap(({ start, end, unit: index }) => {
    const unit = units[index]!;
    const folds = format.folds(text.slice(start, end), unit);
    const offset = offsetIn(folds);
    const read = splice(text.slice(start, end), folds);
    return termsIn(read, { unit, format }, finder).map((term) => ({
      ...term,
      start: start + offset(term.start),
      end: start + offset(term.end),
    }));
  });
}

/** Those of a sentence with the codes that stand in it; offsets are those of the sentence. */
export function termsIn(text: string, { unit, format }: Writing, finder: TermFinder): readonly Term[] {
  const bare = bareCodes(text, { unit, format });
  if (bare.length === 0) return findTerms(text, finder);
  const offset = offsetIn(bare);
  return findTerms(splice(text, bare), finder).map((term) => ({
    ...term,
    start: offset(term.start),
    end: offset(term.end),
  }));
}

/** The codes of a sentence as the search for words sees them. */
export function bareCodes(text: string, { unit, format }: Writing): readonly Piece[] {
  return (format.inline?.codes(text, unit) ?? []).map(bared);
}

/** A code as the search sees it: an escape as the sign that it stands for, any other as what is no word. */
function bared({ kind, start, end, reads = '' }: Code): Piece {
  const isSign = kind === 'escape' && reads !== '' && !/[<>`{}]/.test(reads);
  return { start, end, text: isSign ? reads : '\uFFFC' };
}
