import { primaryLanguage } from '../../language-tag.ts';
import type { Language } from '../../model.ts';
import type { Amount, Value } from './quantity.ts';
import { ordinalEnding } from './render-en.ts';
import type { Standing } from './rewrite.ts';
import { dividedBy, fractionOf, type Marks, writeDecimal } from './written.ts';

/** A German or English amount in the style of an old one: what stands before its figures stays, and so does its scale while that suits. */
export function rewriteAmount(
  { text, quantity: old }: Standing<Amount>,
  next: Amount,
  language: Language,
): string | undefined {
  const before = text.slice(old.start, old.numeral.start);
  const numeral = text.slice(old.numeral.start, old.numeral.end);
  const after = text.slice(old.numeral.end, old.end);
  if (old.kind === 'fraction') return before + after === '' ? asFraction(next.value) : undefined;
  const style = styles[primaryLanguage(language)];
  if (style === undefined || style.ambiguous.test(numeral) || isNegative(old.value) !== isNegative(next.value))
    return undefined;
  const sized = sizeOf(absolute(next.value), old, after);
  if (sized === undefined || changesNumber(old, sized.value, before)) return undefined;
  const figures = writeDecimal(sized.value, marksOf(numeral, style), placesOf(numeral, style));
  return (
    before +
    figures +
    (/^(?:st|nd|rd|th)/.test(sized.after) ? ordinalEnding(figures) + sized.after.slice(2) : sized.after)
  );
}

/** `ambiguous` are figures of which the other convention makes a thousand times more or less. */
const styles: Readonly<Record<string, Marks & { readonly ambiguous: RegExp }>> = {
  de: { decimal: ',', group: '.', ambiguous: /^(?!0)\d{1,3},\d{3}$/ },
  en: { decimal: '.', group: ',', ambiguous: /^(?!0)\d{1,3}\.\d{3}$/ },
};

/** Scale words of one style; each a thousand times the one before. */
const families: readonly (readonly string[])[] = [
  ['Millionen', 'Milliarden', 'Billionen'],
  ['Mio.', 'Mrd.', 'Bio.'],
  ['million', 'billion', 'trillion'],
  ['m', 'bn', 'trn'],
  ['M', 'B', 'T'],
];

interface Sized {
  /** What the figures say. */
  readonly value: Value;
  readonly after: string;
}

/** With the old scale word, or another one of its style. */
function sizeOf(value: Value, { scale }: Amount, after: string): Sized | undefined {
  if (scale === undefined) return value.includes('/') ? undefined : { value, after };
  const kept = handy(value, BigInt(scale));
  if (kept !== undefined) return { value: kept, after };
  const word = after.trim();
  const family = families.find((words) => words.includes(word)) ?? [];
  for (const [index, other] of family.entries()) {
    const quotient = handy(value, 10n ** BigInt(6 + 3 * index));
    if (quotient !== undefined) return { value: quotient, after: after.replace(word, other) };
  }
  return undefined;
}

/** A quotient from 1 to 999.99. */
function handy(value: Value, factor: bigint): Value | undefined {
  const quotient = dividedBy(value, factor);
  return quotient !== undefined && /^[1-9]\d{0,2}(?:\.\d{1,2})?$/.test(quotient) ? quotient : undefined;
}

/** One thing becomes several, or the other way round: the words around it change, too. */
function changesNumber({ kind, value, scale }: Amount, next: Value, before: string): boolean {
  if (kind !== 'number' || /[$€£¥₩]/.test(before)) return false;
  return (dividedBy(absolute(value), BigInt(scale ?? '1')) === '1') !== (next === '1');
}

/** Four ungrouped digits show that none are grouped; fewer show nothing. */
function marksOf(numeral: string, { decimal, group }: Marks): Marks {
  const whole = numeral.split(decimal)[0]!;
  const own = /\D/.exec(whole)?.[0];
  return { decimal, group: own ?? (whole.length > 3 ? '' : group) };
}

/** An idle zero shows how many decimal places are wanted: `2.50`. */
function placesOf(numeral: string, { decimal }: Marks): number {
  const part = numeral.split(decimal)[1] ?? '';
  return part.endsWith('0') ? part.length : 0;
}

function asFraction(value: Value): string | undefined {
  const { above, below } = fractionOf(value);
  return above > 0n && below > 1n ? `${above}/${below}` : undefined;
}

function isNegative(value: Value): boolean {
  return value.startsWith('-');
}

function absolute(value: Value): Value {
  return value.replace('-', '');
}
