import type { Code, Format, Piece, Unit } from '../model.ts';
import { splice } from '../splice.ts';
import { writeAroundCodes } from './opaque-codes.ts';
import { respell } from './respell.ts';
import { spreadBreaks } from './spread-breaks.ts';

/** For text that stands in no unit yet. */
export const anyUnit: Unit = { kind: 'paragraph', start: 0, end: 0 };

/** The text of a unit, or of a piece of one, as people read it: soft line breaks folded, escapes resolved. */
export function readText(raw: string, unit: Unit, format: Format): string {
  return splice(raw, format.folds(raw, unit));
}

/** The inverse: `target` as it may stand where `raw` stood. `writeText(readText(raw), raw) === raw`. */
export function writeText(target: string, raw: string, { unit, format }: Writing): string {
  const line = /[\r\n]/.test(target) ? target.replace(lineBreaks, ' ') : target;
  const folds = format.folds(raw, unit);
  const spell = format.spells?.(unit) === false ? undefined : format.spell;
  // Nothing of it reads otherwise than it is written.
  if (folds.length === 0 && spell === undefined) return line;
  const read = splice(raw, folds);
  const offset = offsetIn(folds);
  const inRaw = codesIn(read, unit, format).map(({ start, end }) => ({
    start: offset(start),
    end: offset(end),
    text: read.slice(start, end),
  }));
  return writeAroundCodes(line, {
    raw,
    folds,
    inRaw,
    inTarget: codesIn(line, unit, format),
    spell: (code) => respell(code, '', { folds: [], spell, unit }),
    write: (text, around, own) =>
      spreadBreaks(respell(text, around, { folds: own.filter(isEscape), spell, unit }), around, own.filter(isBreak)),
  });
}

function codesIn(text: string, unit: Unit, { inline }: Format): readonly Code[] {
  return inline?.codes(text, unit).filter(({ kind }) => kind !== 'escape') ?? [];
}

export interface Writing {
  readonly unit: Unit;
  readonly format: Format;
}

/** Where each UTF-16 unit of the read text stands in the raw: `offsetIn(folds)(at)`, for `at` that only grow. */
export function offsetIn(folds: readonly Piece[]): (at: number) => number {
  let [next, shift] = [0, 0];
  return (at) => {
    for (
      let fold = folds[next];
      fold !== undefined && fold.start + shift + fold.text.length <= at;
      fold = folds[next]
    ) {
      shift += fold.text.length - (fold.end - fold.start);
      next += 1;
    }
    return at - shift;
  };
}

const isBreak = ({ text }: Piece): boolean => text === ' ' || text === '\n';
const isEscape = (fold: Piece): boolean => !isBreak(fold);

/** Looking back keeps it linear. */
const lineBreaks = /(?<![^\S\r\n])[^\S\r\n]*[\r\n]\s*/gu;
