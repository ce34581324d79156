import type { Range } from '../../model.ts';
import type { Amount, NumberWord, Quantity, Value } from './quantity.ts';
import { isAmount } from './spans.ts';
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
  /** Each unit is a group of these. */
  readonly after: RegExp;
  readonly before: RegExp;
  readonly named: RegExp;
}

const finders: Readonly<Record<string, UnitFinder>> = {
  de: finderOf(unitsOf('de'), { start: String.raw`(?<!\p{L})`, end: String.raw`(?![\p{L}\p{N}²³])` }),
  en: finderOf(unitsOf('en'), { start: String.raw`(?<!\p{L})`, end: String.raw`(?![\p{L}\p{N}²³])` }),
  // Hangul may stand on both sides: `오백만달러가`.
  ko: finderOf(unitsOf('ko'), { start: '', end: String.raw`(?![\p{Script=Latin}\p{N}²³])` }),
};

/** By the primary tag of a language. */
export function unitFinder(language: string): UnitFinder | undefined {
  return finders[language];
}

/** The measures that a text writes in figures. */
export function readMeasures(text: string, quantities: readonly Quantity[], finder: UnitFinder): readonly Measure[] {
  return quantities.flatMap(amountsOf).flatMap((amount): readonly Measure[] => {
    const unit = unitOf(amount, text, finder);
    if (unit === undefined) return [];
    const { value, readings = [], foreign, start, end } = amount;
    const values = foreign ? [value, foreign.value, ...readings] : [value, ...readings];
    return [{ values, start, end: Math.max(end, unit.end), kind: unit.kind, units: unit.ids }];
  });
}

/** The measures whose number is a word; "ein Dollar" is often no number at all. */
export function readWordMeasures(text: string, words: readonly NumberWord[], finder: UnitFinder): readonly Measure[] {
  const measures = words.flatMap(({ kind, value, start, end }): readonly Measure[] => {
    const unit = kind === 'number' && value !== '1' ? unitAfter(text, end, finder) : undefined;
    return unit ? [{ values: [value], start, end: unit.end, kind: unit.kind, units: unit.ids }] : [];
  });
  return [...new Map(measures.map((measure) => [`${measure.start} ${measure.values[0]!}`, measure])).values()];
}

/** Whether a unit is named that is no duration; those stand in every other sentence. */
export function namesUnit(text: string, finder: UnitFinder): boolean {
  return finder.named.test(text);
}

interface FoundUnit extends Unit {
  readonly end: number;
}

/** Money may stand before the figures; `m` and `t` may have been read as scales. */
function unitOf(amount: Amount, text: string, finder: UnitFinder): FoundUnit | undefined {
  const { start, end, numeral } = amount;
  const money = matched(finder.before.exec(text.slice(Math.max(0, numeral.start - 8), numeral.start)), finder.money);
  const unit = money ?? unitAfter(text, end, finder) ?? unitAfter(text, numeral.end, finder);
  const scale = unit?.kind === 'temperature' ? scaleBefore(text, start) : undefined;
  return unit && { ...unit, end: money ? end : unit.end, ...(scale && { ids: [scale] }) };
}

function unitAfter(text: string, end: number, { after, units }: UnitFinder): FoundUnit | undefined {
  after.lastIndex = end;
  return matched(after.exec(text), units);
}

function matched(match: RegExpExecArray | null, units: readonly Unit[]): FoundUnit | undefined {
  if (match === null) return undefined;
  const unit = units[match.findIndex((group, index) => index > 0 && group !== undefined) - 1]!;
  return { ...unit, end: match.index + match[0].length };
}

/** `섭씨 5도`, `화씨 영하 5도`. */
function scaleBefore(text: string, start: number): 'C' | 'F' | undefined {
  const word = /[섭화]씨 ?$/.exec(text.slice(Math.max(0, start - 3), start))?.[0];
  if (word === undefined) return undefined;
  return word.startsWith('섭') ? 'C' : 'F';
}

function amountsOf(quantity: Quantity): readonly Amount[] {
  if (quantity.kind === 'range') return [quantity.from, quantity.to];
  return isAmount(quantity) ? [quantity] : [];
}

function finderOf(units: readonly Unit[], edge: { readonly start: string; readonly end: string }): UnitFinder {
  const money = units.filter(({ kind }) => kind === 'money');
  const named = units.filter(({ kind }) => kind !== 'duration').map(({ pattern }) => pattern);
  return {
    units,
    money,
    after: new RegExp(String.raw`(?:\*{1,3}|_{1,3})?[ -]?(?:${groups(units)})${edge.end}`, 'uy'),
    before: new RegExp(String.raw`(?<!\p{L})(?:${groups(money)}) ?$`, 'u'),
    named: new RegExp(`${edge.start}(?:${named.join('|')})${edge.end}`, 'u'),
  };
}

function groups(units: readonly Unit[]): string {
  return units.map(({ pattern }) => `(${pattern})`).join('|');
}
