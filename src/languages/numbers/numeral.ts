import { decimal } from './decimal.ts';
import type { Foreign, Value } from './quantity.ts';

/** What a decimal mark is: German `2,5`, English and Korean `2.5`. The other mark groups thousands. */
export type Convention = 'comma' | 'point';

/** Digits with marks; blanks and Swiss apostrophes only between groups of three. A mark opens it (`.25`) where nothing ends. */
export const NUMERAL = String.raw`(?:[1-9]\d{0,2}(?:[ ']\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)*|(?<=^|[ (\[$£€~–-])\.\d+)`;

/** Where a numeral may begin: not inside a word, an identifier or another numeral; but `11x15` has two. */
export const NOT_INSIDE = String.raw`(?<!(?![xX])[\p{Script=Latin}\d_]|\p{L}[xX]|\d[.,])`;

export interface Numeral {
  readonly value: Value;
  readonly foreign?: Foreign | undefined;
}

/** The value of a numeral; `undefined` when no convention gives it one (`1,2,3`). */
export function readNumeral(raw: string, convention: Convention): Numeral | undefined {
  if (/^\d+$/.test(raw)) return { value: decimal(raw) };
  if (raw.startsWith('.')) return { value: decimal('', raw.slice(1)) };
  const own = valueBy(raw, convention);
  const other = valueBy(raw, convention === 'comma' ? 'point' : 'comma');
  if (own === undefined)
    return other === undefined ? undefined : { value: other, foreign: { value: other, only: true } };
  return other === undefined || other === own ? { value: own } : { value: own, foreign: { value: other, only: false } };
}

/** The numeral with the marks of the other convention: `1.234,5` → `1,234.5`. */
export function swapMarks(raw: string): string {
  return raw.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'));
}

const shapes: Readonly<Record<Convention, RegExp>> = {
  comma: /^(\d+|[1-9]\d{0,2}(?:[.' ]\d{3})+)(?:,(\d+))?$/,
  point: /^(\d+|[1-9]\d{0,2}(?:[,' ]\d{3})+)(?:\.(\d+))?$/,
};

function valueBy(raw: string, convention: Convention): Value | undefined {
  const match = shapes[convention].exec(raw);
  return match ? decimal(match[1]!.replace(/[.,' ]/g, ''), match[2]) : undefined;
}
