import { primaryLanguage } from '../../language-tag.ts';
import type { Language, Range } from '../../model.ts';
import type { Amount, NumberWord, Quantity, Value } from './quantity.ts';
import { amountsOf } from './spans.ts';
import { type Unit, type UnitKind, unitsOf } from './units.ts';

/** A number and its unit: `5 Millionen Euro`, `$20bn`, `섭씨 5도`. The range covers both. */
export interface Measure extends Range {
  /** What the number may be; the first is its own value. */
  readonly values: readonly Value[];
  readonly kind: UnitKind;
  /** The units that it may have: `Pfund` is money or a mass. */
  readonly units: readonly string[];
}

/** Finds the units of a language: beside an amount or a word, and any that is named. */
export interface UnitFinder {
  readonly units: readonly Unit[];
  readonly money: readonly Unit[];
  /** Each unit is a group of these; `after` matches where the name begins. */
  readonly after: RegExp;
  readonly before: RegExp;
  readonly named: RegExp;
}

const finders: Readonly<Record<string, UnitFinder>> = {
  de: finderOf(unitsOf('de'), { opening: '(?=[A-Zp%])', end: String.raw`(?![\p{L}\p{N}²³])` }),
  en: finderOf(unitsOf('en'), { opening: '', end: String.raw`(?![\p{L}\p{N}²³])` }),
  // A particle may follow: `5달러가`.
  ko: finderOf(unitsOf('ko'), { opening: '', end: String.raw`(?![\p{Script=Latin}\p{N}²³])` }),
};

/** `undefined` where the units of a language are not known. */
export function unitFinder(language: Language): UnitFinder | undefined {
  return finders[language] ?? finders[primaryLanguage(language)];
}

/** The measures that a text writes in figures. */
export function readMeasures(text: string, quantities: readonly Quantity[], finder: UnitFinder): readonly Measure[] {
  return quantities.flatMap(amountsOf).flatMap((amount): readonly Measure[] => {
    const found = unitOf(amount, text, finder);
    if (found === undefined) return [];
    const { value, readings = [], foreign, start, end } = amount;
    const values = foreign ? [value, foreign.value, ...readings] : [value, ...readings];
    const scale = found.kind === 'temperature' ? scaleBefore(text, start) : undefined;
    return [{ values, start, end: Math.max(end, found.end), kind: found.kind, units: scale ? [scale] : found.units }];
  });
}

/** The measures whose number is a word; "ein Dollar" is often no number at all. */
export function readWordMeasures(text: string, words: readonly NumberWord[], finder: UnitFinder): readonly Measure[] {
  const measures = words.flatMap(({ kind, value, start, end }): readonly Measure[] => {
    const unit = kind === 'number' && value !== '1' ? unitAfter(text, end, finder) : undefined;
    return unit ? [{ values: [value], start, ...unit }] : [];
  });
  return [...new Map(measures.map((measure) => [`${measure.start} ${measure.values[0]!}`, measure])).values()];
}

/** Whether a unit may be named that is no duration; those stand in every other sentence. */
export function namesUnit(text: string, finder: UnitFinder): boolean {
  return finder.named.test(text);
}

type FoundUnit = Pick<Measure, 'kind' | 'units' | 'end'>;

/** Money may stand before the figures; `m` and `t` may have been read as scales. */
function unitOf(amount: Amount, text: string, finder: UnitFinder): FoundUnit | undefined {
  const { end, numeral } = amount;
  return (
    moneyBefore(text, numeral.start, finder) ??
    unitAfter(text, end, finder) ??
    (end > numeral.end ? unitAfter(text, numeral.end, finder) : undefined)
  );
}

function moneyBefore(text: string, start: number, { before, money }: UnitFinder): FoundUnit | undefined {
  const last = text[start - 1] === ' ' ? text[start - 2] : text[start - 1];
  if (last === undefined || !/[A-Z$€£¥₩₽]/.test(last)) return undefined;
  return matched(before.exec(text.slice(Math.max(0, start - 8), start)), money);
}

function unitAfter(text: string, end: number, { after, units }: UnitFinder): FoundUnit | undefined {
  after.lastIndex = gapEnd(text, end);
  return matched(after.exec(text), units);
}

/**
 * Behind markup and a blank or hyphen, as in `**5** Euro`. Not in the pattern, whose compiled code would have all units
 * once for every way through the gap.
 */
function gapEnd(text: string, start: number): number {
  const mark = text[start];
  let end = start;
  if (mark === '*' || mark === '_') while (end < start + 3 && text[end] === mark) end++;
  return text[end] === ' ' || text[end] === '-' ? end + 1 : end;
}

function matched(match: RegExpExecArray | null, units: readonly Unit[]): FoundUnit | undefined {
  if (match === null) return undefined;
  let group = 1;
  while (match[group] === undefined) group++;
  const { kind, ids } = units[group - 1]!;
  return { kind, units: ids, end: match.index + match[0].length };
}

/** `섭씨 5도`, `화씨 영하 5도`. */
function scaleBefore(text: string, start: number): 'C' | 'F' | undefined {
  const word = /[섭화]씨 ?$/.exec(text.slice(Math.max(0, start - 3), start))?.[0];
  if (word === undefined) return undefined;
  return word.startsWith('섭') ? 'C' : 'F';
}

/** `opening`: what every name begins with, for speed; `end`: what may not follow. */
function finderOf(units: readonly Unit[], edge: { readonly opening: string; readonly end: string }): UnitFinder {
  const money = units.filter(({ kind }) => kind === 'money');
  const names = units.filter(({ kind, name }) => kind !== 'duration' && name !== '').map(({ name }) => name);
  return {
    units,
    money,
    after: new RegExp(`(?:${groups(units)})${edge.end}`, 'uy'),
    before: new RegExp(String.raw`(?<!\p{L})(?:${groups(money)}) ?$`, 'u'),
    named: new RegExp(`${edge.opening}(?:${names.join('|')})`, 'u'),
  };
}

function groups(units: readonly Unit[]): string {
  return units.map(({ pattern }) => `(${pattern})`).join('|');
}
