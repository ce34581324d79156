import type { Amount, CalendarDate, ClockTime, Code, Decade, NumberWord, Quantity } from './quantity.ts';

/** One comparable value of a quantity: a date has a day, a month and a year. */
export interface Atom {
  /** Dates, decades and clock times are reported apart from other numbers. */
  readonly family: 'number' | 'date';
  readonly quantity: Quantity;
  /** `number 12500`, `month 6`, `code F16`: equal atoms have equal keys. */
  readonly key: string;
  /** All keys by which it may be paired; the first is its own. */
  readonly keys: readonly string[];
  /** The keys of its figures, should the other side have them apart: 3:2 and `3 대 2`. */
  readonly parts?: readonly string[] | undefined;
}

interface Read {
  readonly text: string;
  readonly quantities: readonly Quantity[];
}

/** The atoms of the quantities of a text, in order. */
export function atomsOf({ quantities, text }: Read): readonly Atom[] {
  return quantities.flatMap((quantity) => {
    switch (quantity.kind) {
      case 'range':
        return [quantity.from, quantity.to].map((amount) => ofAmount(amount, text));
      case 'date':
        return ofDate(quantity, text);
      case 'decade':
        return [ofDecade(quantity)];
      case 'time':
        return [ofTime(quantity, text)];
      case 'code':
      case 'version':
        return [ofCode(quantity)];
      default:
        return [ofAmount(quantity, text)];
    }
  });
}

/** The keys of atoms that a word excuses. */
export function keysOfWord({ kind, value }: Pick<NumberWord, 'kind' | 'value'>): readonly string[] {
  return kind === 'decade' ? decadeKeys(Number(value)) : [`${kind} ${value}`];
}

function atom(family: Atom['family'], quantity: Quantity, keys: readonly string[], parts?: readonly string[]): Atom {
  return { family, quantity, key: keys[0]!, keys, ...(parts && parts.length > 1 && { parts }) };
}

function ofAmount(amount: Amount, text: string): Atom {
  const values = [amount.value, ...(amount.readings ?? []), ...yearsOf(amount, text)];
  const keys = values.map((value) => `number ${value}`);
  if (amount.kind === 'fraction') return atom('number', amount, keys, figures(amount, text));
  // In English `18.30` may be a time and `16.3` a date that kept its German form.
  const { start, end } = amount.numeral;
  const dotted = end - start > 5 ? null : /^(\d{1,2})\.(\d{1,2})$/.exec(text.slice(start, end));
  if (dotted === null) return atom('number', amount, keys);
  const [first, second] = [Number(dotted[1]), Number(dotted[2])];
  const times = dotted[2]!.length === 2 ? timeKeys({ hour: first, minute: second }) : [];
  return atom('number', amount, [...keys, ...times], [`day ${first}`, `month ${second}`]);
}

/** What `’95` and `95년` may say. */
function yearsOf({ value, start, end }: Amount, text: string): readonly string[] {
  const isShort = /^\d{2}$/.test(value) && (/['’]/.test(text[start - 1] ?? '') || text[end] === '년');
  return isShort ? [`19${value}`, `20${value}`] : [];
}

function ofCode(code: Code): Atom {
  const numbers =
    code.kind === 'code' ? Array.from(code.code.matchAll(/\d+/g), ([digits]) => numberKey(digits)) : grouped(code);
  return atom('number', code, [`${code.kind} ${code.code}`, ...(numbers.length === 1 ? numbers : [])], numbers);
}

/** `1.187.199.190` may be an address or more than a thousand millions. */
function grouped({ code }: Code): readonly string[] {
  return /^\d{1,3}(?:\.\d{3})+$/.test(code) ? [numberKey(code.replaceAll('.', ''))] : [];
}

function ofDate(date: CalendarDate, text: string): readonly Atom[] {
  const { days, months, year, swappable } = date;
  // "12·3" and "9/11" may be two numbers after all.
  const isBare = /^\d+[/·]\d+$/.test(text.slice(date.start, date.end));
  const swapped = (numbers: readonly number[], kind: string): readonly string[] =>
    swappable ? numbers.map((number) => `${kind} ${number}`) : [];
  return [
    ...months.map((month) =>
      atom('date', date, [`month ${month}`, ...swapped(days, 'month'), ...(isBare ? [`number ${month}`] : [])]),
    ),
    ...days.map((day) => atom('date', date, [`day ${day}`, ...swapped(months, 'day'), `number ${day}`])),
    ...(year === undefined ? [] : [atom('date', date, yearKeys(year))]),
  ];
}

function yearKeys(year: number): readonly string[] {
  const years = year < 100 ? [year, 2000 + year, 1900 + year] : [year];
  return [...years.map((one) => `year ${one}`), ...years.map((one) => `number ${one}`)];
}

function ofDecade(decade: Decade): Atom {
  // The 1800s are the 19th century.
  const century = decade.decade % 100 === 0 ? [`number ${decade.decade / 100 + 1}`] : [];
  return atom('date', decade, [...decadeKeys(decade.decade), `number ${decade.decade}`, ...century]);
}

function decadeKeys(decade: number): readonly string[] {
  const decades = decade < 100 ? [decade, 1900 + decade, 2000 + decade, 1800 + decade] : [decade];
  return decades.map((one) => `decade ${one}`);
}

function ofTime(time: ClockTime, text: string): Atom {
  const numbers = time.minute === 0 ? [time.hour, time.hour % 12].map((hour) => `number ${hour}`) : [];
  const isBare = /^\d+:\d+$/.test(text.slice(time.start, time.end));
  return atom('date', time, [...timeKeys(time), ...numbers], isBare ? figures(time, text) : undefined);
}

/** Where nothing says which half of the day it is, 6:30 may be either. */
export function timeKeys({ hour, minute, half }: Pick<ClockTime, 'hour' | 'minute' | 'half'>): readonly string[] {
  const [early, late] = [hour % 12, (hour % 12) + 12];
  const hours =
    half === 'am' ? [early] : half === 'pm' ? [late] : hour > 12 || hour === 0 ? [hour % 24] : [early, late];
  return hours.map((one) => `time ${one}:${String(minute).padStart(2, '0')}`);
}

function figures({ start, end }: Quantity, text: string): readonly string[] {
  return Array.from(text.slice(start, end).matchAll(/\d+/g), ([digits]) => numberKey(digits));
}

function numberKey(digits: string): string {
  return `number ${digits.replace(/^0+(?=\d)/, '')}`;
}
