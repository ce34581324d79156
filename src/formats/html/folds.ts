import type { Piece, Range, Unit } from '../../model.ts';
import { softBreak } from '../soft-breaks.ts';
import { type Part, partsOf } from './parts.ts';
import { type Reference, referencesIn } from './references.ts';
import { type Style, styleOf } from './style.ts';

/**
 * White space reads as one blank, `<br>` as a line break, references as their signs. In a code nothing but line breaks is
 * folded, for it comes back as it is.
 */
export function htmlFolds(raw: string, unit: Unit): readonly Piece[] {
  if (!/[<&\t\n\f\r]| {2}/.test(raw)) return [];
  const style = styleOf(unit);
  return partsOf(raw, unit).flatMap((part): readonly Piece[] => {
    if (part.kind === 'break') return [{ start: part.start, end: part.end, text: '\n' }];
    if (part.kind === 'text' || part.kind === 'value') return textFolds(raw, part, style);
    return foldsIn(raw, part, softBreak);
  });
}

/** Whether a reference is read as its sign in the text itself; others are codes. What has a meaning in markup stays written out, and so does what nobody sees. */
export function isFolded({ reads }: Reference, style: Style): boolean {
  if (reads === '"' || reads === "'") return style !== 'html-mixed';
  return plainSign.test(reads);
}

/** One sign beyond ASCII that shows: others would be markup when they stand beside the right neighbour. */
const plainSign = /^[^\p{C}\p{Z}\p{ASCII}]$/u;

function textFolds(raw: string, part: Part, style: Style): readonly Piece[] {
  const place = part.kind === 'text' ? 'text' : 'attribute';
  const signs = referencesIn(raw, part, place)
    .filter((reference) => isFolded(reference, style))
    .map(({ start, end, reads }) => ({ start, end, text: reads }));
  const blanks = foldsIn(raw, part, blankRuns);
  if (signs.length === 0 || blanks.length === 0) return [...signs, ...blanks];
  return [...signs, ...blanks].sort((a, b) => a.start - b.start);
}

function foldsIn(raw: string, { start, end }: Range, runs: RegExp): readonly Piece[] {
  return [...raw.slice(start, end).matchAll(runs)].map(({ 0: run, index }) => ({
    start: start + index,
    end: start + index + run.length,
    text: ' ',
  }));
}

/** More than one blank, or one that is no blank. */
const blankRuns = /[ \t\n\f\r]{2,}|[\t\n\f\r]/g;
