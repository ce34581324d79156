import { negative, plus, ratio, times } from './decimal.ts';
import { type Convention, NOT_INSIDE, NUMERAL, readNumeral } from './numeral.ts';
import type { Amount, Value } from './quantity.ts';
import type { Found, Rule } from './scanner.ts';

/** A pattern of words and what they multiply by. */
export type Scale = readonly [pattern: string, factor: bigint];

/** How a language writes amounts; all patterns are without groups. */
export interface AmountGrammar {
  readonly convention: Convention;
  readonly scales: readonly Scale[];
  /** Letters that scale a sum of money and may be a unit elsewhere: `$5m`, `5m`. */
  readonly letters: readonly Scale[];
  readonly percent: string;
  readonly ordinal: string;
  /** Words before and after a number below zero. */
  readonly minus: string;
  readonly below: string;
}

export const money = String.raw`(?:(?:(?<!\p{L})(?:US|A|C|HK|NZ))?[$€£¥₩]|(?<!\p{L})(?:USD|EUR|GBP|CHF|KRW|JPY|RUB))`;
const vulgar = '[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒]';
const simple = String.raw`\d{1,3}/\d{1,3}(?![\d/]|[.,]\d)`;
/** The second of two: `-5–-3`. */
export const MINUS_IN_RANGE = String.raw`(?<=\d[^ \d]{0,3}[–~])-(?=\d)`;
/** Markup may stand between a number and its scale: `**20** Milliarden`. */
const gap = String.raw`(?:\*{1,3}|_{1,3})?[ -]?`;

/** `-2,5 %`, `$20bn`, `20 Milliarden`, `½`, `2 1/2`, `3rd`. */
export function amountRule(grammar: AmountGrammar): Rule {
  const letters = alternatives(grammar.letters);
  const pattern =
    String.raw`(?=[\d.$€£¥₩–-]|${vulgar}|US|[AC]\$|HK|NZ|EUR|GBP|CHF|KRW|JPY|RUB|${grammar.minus})(?<minus>(?<=^|[ (\[„“”"'‚«»:;])(?<!\d[ %]{0,2})[-–](?=${money}?\.?\d)|${MINUS_IN_RANGE}|${grammar.minus})?` +
    String.raw`(?:(?<money>${money} ?)|${NOT_INSIDE})(?:(?<simple>${simple})|(?<numeral>${NUMERAL})` +
    String.raw`(?: ?(?<vulgar>${vulgar})| (?<mixed>\d/\d{1,2}(?![\d/])))?|(?<alone>${vulgar}))` +
    String.raw`(?<scale>(?:${gap}(?:${alternatives(grammar.scales)})(?![\p{L}\d])){0,2})(?<letter> ?(?:${letters})(?![\p{L}\d]))?` +
    String.raw`(?:(?<percent> ?(?:${grammar.percent}))|(?<ordinal>${grammar.ordinal}))?(?:(?<below>(?=${grammar.below}))|)`;
  const read = { convention: grammar.convention, scale: factors(grammar.scales), letter: factors(grammar.letters) };
  return { pattern: new RegExp(pattern, 'gu'), read: (found) => readAmount(found, read) };
}

/** What the groups of a match are read by. */
interface Readers {
  readonly convention: Convention;
  readonly scale: (word: string) => bigint;
  readonly letter: (word: string) => bigint;
}

function readAmount(found: Found, readers: Readers): readonly Amount[] {
  const { groups } = found;
  const raw = groups.simple ?? groups.numeral ?? groups.alone!;
  const start = found.start + (groups.minus ?? '').length + (groups.money ?? '').length;
  const whole = groups.numeral === undefined ? { value: fractionOf(raw) } : readNumeral(raw, readers.convention);
  if (whole === undefined) return listed(raw, start);
  const { scale, letter } = scalesOf(found, readers);
  const sign = groups.minus === undefined && groups.below === undefined ? keep : negative;
  const part = groups.vulgar ?? groups.mixed;
  const size = (value: Value): Value => sign(times(part === undefined ? value : added(value, fractionOf(part)), scale));
  const value = size(whole.value);
  return [
    {
      kind: kindOf(groups),
      start: found.start,
      end: found.end,
      value,
      numeral: { start, end: start + raw.length },
      ...(scale > 1n && { scale: scale.toString() }),
      ...(letter > 1n && { readings: [times(value, letter)] }),
      ...('foreign' in whole && whole.foreign && { foreign: { ...whole.foreign, value: size(whole.foreign.value) } }),
    },
  ];
}

/** `½` and `1/3` where no scale word may follow. */
export const fractionRule: Rule = {
  sign: new RegExp(String.raw`\d/\d|${vulgar}`),
  pattern: new RegExp(String.raw`(?=\d|${vulgar})${NOT_INSIDE}(?:${simple}|${vulgar})`, 'gu'),
  read: ({ start, end, text }) => [{ kind: 'fraction', start, end, value: fractionOf(text), numeral: { start, end } }],
};

/** `1,2,3` without blanks: three numbers. */
export function listed(raw: string, offset: number): readonly Amount[] {
  return Array.from(raw.matchAll(/\d+/g), ({ 0: digits, index }) => {
    const numeral = { start: offset + index, end: offset + index + digits.length };
    return { kind: 'number', ...numeral, value: readNumeral(digits, 'point')!.value, numeral };
  });
}

function kindOf(groups: Found['groups']): Amount['kind'] {
  if (groups.percent !== undefined) return 'percent';
  if (groups.ordinal !== undefined) return 'ordinal';
  return groups.numeral === undefined ? 'fraction' : 'number';
}

const unscaled = { scale: 1n, letter: 1n };

/** `scale`: what surely multiplies; `letter`: what may. */
function scalesOf({ groups }: Found, readers: Readers): { scale: bigint; letter: bigint } {
  if (!groups.scale && groups.letter === undefined) return unscaled;
  const words = (groups.scale ?? '').split(/[ *_-]+/).filter((word) => word !== '');
  const scale = words.reduce((product, word) => product * readers.scale(word), 1n);
  const letter = readers.letter((groups.letter ?? '').trim());
  if (groups.money !== undefined) return { scale: scale * letter, letter: 1n };
  return { scale, letter: groups.letter?.startsWith(' ') ? 1n : letter };
}

/** A reader of scale words: what they multiply by, 1 for any other word. */
function factors(scales: readonly Scale[]): (word: string) => bigint {
  const known = scales.map(([pattern, factor]) => [new RegExp(`^(?:${pattern})$`, 'u'), factor] as const);
  return (word) => known.find(([pattern]) => pattern.test(word))?.[1] ?? 1n;
}

function alternatives(scales: readonly Scale[]): string {
  return scales.map(([pattern]) => pattern).join('|') || '(?!)';
}

function fractionOf(text: string): Value {
  // Unicode spells ½ as 1, fraction slash, 2.
  const [above, below] = text.normalize('NFKC').split(/[/\u2044]/);
  return ratio(BigInt(above!), BigInt(below!));
}

const keep = (value: Value): Value => value;

/** `2 1/3` is 7/3. Marks beside a fraction (`2,5 1/3`) make no sense; then the fraction counts for nothing. */
function added(whole: Value, part: Value): Value {
  const [above, below] = part.split('/');
  if (below === undefined) return plus(whole, part);
  return /^\d+$/.test(whole) ? ratio(BigInt(whole) * BigInt(below) + BigInt(above!), BigInt(below)) : whole;
}
