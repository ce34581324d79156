import type { Piece } from '../../model.ts';
import { softBreaks } from '../soft-breaks.ts';

/** What line breaks read in plain and quoted scalars, in `|` and in `>`. */
export type Lines = 'flow' | 'literal' | 'folded';

/** Line breaks with the blanks around them: one folds to a blank, empty lines stay breaks (YAML 1.2.2, 6.5 and 8.1.3). */
export function lineFolds(raw: string, lines: Lines): readonly Piece[] {
  const breaks = softBreaks(raw);
  if (breaks.length === 0) return breaks;
  if (lines === 'literal') return breaks.map(hard);
  const written = breaks.map(({ start, end }) => raw.slice(start, end));
  const base = lines === 'folded' ? Math.min(...written.map(indentation)) : undefined;
  return breaks.map((fold, at) => {
    const isDeeper =
      base !== undefined && written.slice(Math.max(0, at - 1), at + 1).some((gap) => indentation(gap) > base);
    return isDeeper || isEmptyLine.test(written[at] ?? '') ? hard(fold) : fold;
  });
}

const hard = (fold: Piece): Piece => ({ ...fold, text: '\n' });

const isEmptyLine = /(?:\n|\r(?!\n))[ \t]*[\r\n]/;

/** Of the line behind the break. */
function indentation(gap: string): number {
  return gap.length - 1 - Math.max(gap.lastIndexOf('\n'), gap.lastIndexOf('\r'));
}
