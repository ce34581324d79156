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

export const money = String.raw`(?:(?:US|A|C|HK|NZ)?[$€£¥₩]|USD|EUR|GBP|CHF|KRW|JPY|RUB)`;
const vulgarFractions: Readonly<Record<string, Value>> = {
  '½': '0.5',
  '⅓': '1/3',
  '⅔': '2/3',
  '¼': '0.25',
  '¾': '0.75',
  '⅕': '0.2',
  '⅛': '0.125',
};
const vulgar = `[${Object.keys(vulgarFractions).join('')}]`;
const simple = String.raw`\d{1,3}/\d{1,3}(?![\d/]|[.,]\d)`;
/** Markup may stand between a number and its scale: `**20** Milliarden`. */
const gap = String.raw`(?:\*{1,3}|_{1,3})?[ -]?`;

/** `-2,5 %`, `$20bn`, `20 Milliarden`, `½`, `2 1/2`, `3rd`. */
export function amountRule(grammar: AmountGrammar): Rule {
  const letters = alternatives(grammar.letters);
  const pattern =
    String.raw`(?<minus>(?<=^|[ (\[„“”"'‚«»:;])(?<!\d[ %]{0,2})[-–](?=${money}?\d)|${grammar.minus})?` +
    String.raw`(?<money>${money} ?)?${NOT_INSIDE}(?:(?<simple>${simple})|(?<numeral>${NUMERAL})` +
    String.raw`(?: ?(?<vulgar>${vulgar})| (?<mixed>\d/\d{1,2}(?![\d/])))?|(?<alone>${vulgar}))` +
    String.raw`(?<scale>(?:${gap}(?:${alternatives(grammar.scales)})(?![\p{L}\d])){0,2})(?<letter> ?(?:${letters})(?![\p{L}\d]))?` +
    String.raw`(?:(?<percent> ?(?:${grammar.percent}))|(?<ordinal>${grammar.ordinal}))?(?:(?<below>(?=${grammar.below}))|)`;
  return { pattern: new RegExp(pattern, 'gu'), read: (found) => readAmount(found, grammar) };
}

function readAmount(found: Found, grammar: AmountGrammar): readonly Amount[] {
  const { groups } = found;
  const raw = groups.simple ?? groups.numeral ?? groups.alone!;
  const start = found.start + (groups.minus ?? '').length + (groups.money ?? '').length;
  const whole = groups.numeral === undefined ? { value: fractionOf(raw) } : readNumeral(raw, grammar.convention);
  if (whole === undefined) return listed(raw, start);
  const { scale, letter } = scalesOf(found, grammar);
  const sign = groups.minus === undefined && groups.below === undefined ? keep : negative;
  const part = groups.vulgar ?? groups.mixed;
  const size = (value: Value): Value => sign(scaled(part === undefined ? value : added(value, fractionOf(part)), scale));
  const value = size(whole.value);
  return [
    {
      kind: kindOf(groups),
      start: found.start,
      end: found.end,
      value,
      numeral: { start, end: start + raw.length },
      ...(scale > 1n && { scale: scale.toString() }),
      ...(letter > 1n && { readings: [scaled(value, letter)] }),
      ...('foreign' in whole && whole.foreign && { foreign: { ...whole.foreign, value: size(whole.foreign.value) } }),
    },
  ];
}

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

/** `scale`: what surely multiplies; `letter`: what may. */
function scalesOf({ groups }: Found, { scales, letters }: AmountGrammar): { scale: bigint; letter: bigint } {
  const words = (groups.scale ?? '').split(/[ *_-]+/).filter((word) => word !== '');
  const scale = words.reduce((product, word) => product * factorOf(word, scales), 1n);
  const letter = groups.letter === undefined ? 1n : factorOf(groups.letter.trim(), letters);
  if (groups.money !== undefined) return { scale: scale * letter, letter: 1n };
  return { scale, letter: groups.letter?.startsWith(' ') ? 1n : letter };
}

function factorOf(word: string, scales: readonly Scale[]): bigint {
  return scales.find(([pattern]) => new RegExp(`^(?:${pattern})$`, 'u').test(word))?.[1] ?? 1n;
}

function alternatives(scales: readonly Scale[]): string {
  return scales.map(([pattern]) => pattern).join('|') || '(?!)';
}

function fractionOf(text: string): Value {
  const [above, below] = text.split('/');
  return vulgarFractions[text] ?? ratio(BigInt(above!), BigInt(below!));
}

const keep = (value: Value): Value => value;

function scaled(value: Value, factor: bigint): Value {
  return factor === 1n || value.includes('/') ? value : times(value, factor);
}

function added(whole: Value, part: Value): Value {
  return part.includes('/') ? `${whole} ${part}` : plus(whole, part);
}
