import { negative, times } from './decimal.ts';
import type { Amount, Quantity, Span } from './quantity.ts';

const dash = /^ ?[-–~] ?$/;
const slash = /^\/$/;

/**
 * Joins amounts on both sides of a dash, and lets an amount share what its neighbour says for both:
 * `20 bis 30 Millionen`, `2~3만`, `2015/16`. `joints` are the words between such neighbours, with their blanks.
 */
export function joinSpans(text: string, quantities: readonly Quantity[], joints: RegExp): readonly Quantity[] {
  const joined: Quantity[] = [];
  for (const next of quantities) {
    const last = joined.at(-1);
    if (!isAmount(last) || !isAmount(next) || next.start - last.end > 12) {
      joined.push(next);
      continue;
    }
    const between = text.slice(last.end, next.start);
    if (dash.test(between) || (slash.test(between) && isYear(last)))
      joined.splice(-1, 1, span(last, signed(last, next, text)));
    else if (joints.test(between)) joined.splice(-1, 1, sharing(last, next), next);
    else joined.push(next);
  }
  return joined;
}

export function isAmount(quantity: Quantity | undefined): quantity is Amount {
  return quantity !== undefined && 'numeral' in quantity;
}

/** The amounts of a quantity: a range has two, a date none. */
export function amountsOf(quantity: Quantity): readonly Amount[] {
  if (quantity.kind === 'range') return [quantity.from, quantity.to];
  return isAmount(quantity) ? [quantity] : [];
}

function span(from: Amount, to: Amount): Span {
  return { kind: 'range', start: from.start, end: to.end, from: sharing(from, to), to: sameCentury(from, to) };
}

/** `영하 5∼3도`: both are below zero. */
function signed(from: Amount, to: Amount, text: string): Amount {
  const hasWord = /\p{L}/u.test(text.slice(from.start, from.numeral.start));
  return hasWord && from.value.startsWith('-') && !to.value.startsWith('-') ? withReading(to, negative(to.value)) : to;
}

function sharing(from: Amount, to: Amount): Amount {
  if (to.scale === undefined || from.scale !== undefined) return from;
  return withReading(from, times(from.value, BigInt(to.scale)));
}

function sameCentury(from: Amount, to: Amount): Amount {
  if (!isYear(from) || !/^\d{2}$/.test(to.value)) return to;
  return withReading(to, from.value.slice(0, 2) + to.value);
}

function withReading(amount: Amount, reading: string): Amount {
  return { ...amount, readings: [...(amount.readings ?? []), reading] };
}

function isYear({ kind, value }: Amount): boolean {
  return kind === 'number' && /^[12]\d{3}$/.test(value);
}
