import type { Range } from '../../model.ts';
import { decimal, negative, plus, times } from './decimal.ts';
import { matches } from './matches.ts';
import type { NumberWord, Value } from './quantity.ts';

/** Words that say the same values wherever they stand; the patterns are global. */
export type Lexicon = readonly (readonly [pattern: RegExp, kind: NumberWord['kind'], ...values: readonly string[]])[];

export function lookUp(text: string, lexicon: Lexicon): readonly NumberWord[] {
  return lexicon.flatMap(([pattern, kind, ...values]) =>
    matches(text, pattern).flatMap(({ 0: { length }, index }) =>
      values.map((value) => ({ kind, value, start: index, end: index + length })),
    ),
  );
}

/** A word of a spelled-out number: `zwei`, `hundred`, `Millionen`, `and a half`. */
export interface Numeric extends Range {
  readonly value?: Value | undefined;
  /** Multiplies what stands before it. */
  readonly scale?: bigint | undefined;
  /** `Millionen` and `thousands` alone are indefinite. */
  readonly plural?: boolean | undefined;
  /** Adds to whatever number stands before it. */
  readonly adds?: boolean | undefined;
}

interface Spelled extends Range {
  readonly total: Value;
  /** What the next scale word multiplies. */
  readonly current?: Value | undefined;
  readonly scale?: bigint | undefined;
}

/**
 * The numbers that neighbouring words say together (`two hundred and fifty`, `eine halbe Million`), and what each word says alone.
 * In `zwei bis drei Millionen` the first number shares the scale.
 */
export function compose(words: readonly Numeric[], text: string): readonly NumberWord[] {
  if (words.length === 0) return [];
  const numbers = spell(words, text);
  const shared = numbers.flatMap((next, index) => {
    const last = numbers[index - 1];
    if (last === undefined || last.scale || !next.scale || next.start - last.end > 8) return [];
    return said(last, times(valueSaid(last), next.scale));
  });
  const alone = words.flatMap((word) => (word.value === undefined ? [] : said(word, word.value)));
  const all = numbers.flatMap((number) => said(number, valueSaid(number)));
  return [...all, ...shared, ...alone, ...belowZero(all, text), ...decimals(all, text)];
}

/** `minus fünf`. */
function belowZero(numbers: readonly NumberWord[], text: string): readonly NumberWord[] {
  return numbers.flatMap(({ start, end, value }) => {
    const sign = /(?:minus|negative) $/i.exec(text.slice(Math.max(0, start - 9), start));
    return sign ? said({ start: start - sign[0].length, end }, negative(value)) : [];
  });
}

/** `zwei Komma drei`, `nine point five`: the digits may be several words. */
function decimals(numbers: readonly NumberWord[], text: string): readonly NumberWord[] {
  return numbers.flatMap((number, index) => {
    const next = numbers[index + 1];
    const isMark = next !== undefined && /^ (?:Komma|komma|point) $/.test(text.slice(number.end, next.start));
    return isMark && /^\d+$/.test(next.value) && /^-?\d+$/.test(number.value)
      ? said({ start: number.start, end: next.end }, decimal(number.value, next.value))
      : [];
  });
}

/** Characters of one spelled-out number; more only on nonsense, whose values would grow without end. */
const longest = 200;

function spell(words: readonly Numeric[], text: string): readonly Spelled[] {
  const numbers: Spelled[] = [];
  for (const word of words) {
    const last = numbers.at(-1);
    const adjoins =
      last !== undefined &&
      last.end - last.start < longest &&
      /^(?:[ -]|(?: |-)and )?$/.test(text.slice(last.end, word.start));
    const longer = adjoins ? extended(last, word) : [];
    if (longer.length > 0) numbers.splice(-1, 1, ...longer);
    else if (word.value !== undefined || !word.plural) numbers.push(begun(word));
  }
  return numbers;
}

function begun({ start, end, value, scale }: Numeric): Spelled {
  return { start, end, total: value === undefined ? String(scale) : '0', current: value, scale };
}

/** The number that a further word makes longer; none if it begins a new one. */
function extended(last: Spelled, { start, end, value, scale, adds }: Numeric): readonly Spelled[] {
  const { total, current } = last;
  if (scale === undefined) {
    if (value === undefined || !(adds || current === undefined || leavesRoom(current, value))) return [];
    return [{ ...last, end, current: plus(current ?? '0', value) }];
  }
  if (current === undefined) return [{ ...last, end, total: times(total, scale), scale }];
  if (scale === 100n) return [{ ...last, end, current: times(current, scale), scale }];
  const scaled = times(current, scale);
  // "Three million and five million" are two numbers, "two hundred and fifty thousand" is one.
  if (last.scale !== undefined && last.scale > 100n && scale >= last.scale)
    return [
      { ...last, current: undefined },
      { start, end, total: scaled, scale },
    ];
  return [{ ...last, end, total: plus(total, scaled), current: undefined, scale }];
}

/** `twenty` and `a hundred and sixty` have room for `five`, `two hundred` for `fifty`. */
function leavesRoom(current: Value, value: Value): boolean {
  return /00$/.test(current) ? /^\d{1,2}$/.test(value) : /[2-9]0$/.test(current) && /^[1-9]$/.test(value);
}

function valueSaid({ total, current }: Spelled): Value {
  return current === undefined ? total : plus(total, current);
}

function said({ start, end }: Range, value: Value): readonly NumberWord[] {
  return [{ kind: 'number', value, start, end }];
}
