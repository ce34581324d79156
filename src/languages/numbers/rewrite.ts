import { primaryLanguage } from '../../language-tag.ts';
import type { Language, Range } from '../../model.ts';
import { atomsOf } from './atoms.ts';
import { parseQuantities } from './parse.ts';
import type { Amount, ClockTime, Quantity, Span } from './quantity.ts';
import { rewriteAmount } from './rewrite-amount.ts';
import { rewriteDate } from './rewrite-date.ts';
import { rewriteMyriads } from './rewrite-myriads.ts';
import { rewriteTime } from './rewrite-time.ts';

/** A quantity where it stands in a text. */
export interface Standing<Kind extends Quantity = Quantity> {
  readonly text: string;
  readonly quantity: Kind;
}

/**
 * What to write in the place of an old quantity, so that it says `next` in the style of the old one: `20 billion` → `25 billion`,
 * `1만 2,500` → `1만 3,000`, `May 3, 2023` → `May 5, 2023`. `undefined` where the style, or the words around it, may not bear the
 * new value. What comes back was read again in its text, and says `next`. Words after it (`1 troop`, 2024는) stay the caller's.
 */
export function rewriteQuantity(old: Standing, next: Quantity, language: Language): string | undefined {
  const written = write(old, next, language);
  return written !== undefined && says(written, { ...old, next }, language) ? written : undefined;
}

function write(old: Standing, next: Quantity, language: Language): string | undefined {
  const { quantity, text } = old;
  const surface = text.slice(quantity.start, quantity.end);
  if (quantity.kind === 'range' && next.kind === 'range') return rewriteSpan({ text, quantity }, next, language);
  if (quantity.kind === 'date' && next.kind === 'date') return rewriteDate(surface, { old: quantity, next }, language);
  if (quantity.kind === 'time' && next.kind === 'time')
    return isAlone(quantity, text, language) ? rewriteTime(surface, next) : undefined;
  if (quantity.kind === 'decade' && next.kind === 'decade') return rewriteDecade(surface, quantity.decade, next.decade);
  if (quantity.kind === 'code' && next.kind === 'code') return rewriteCode(surface, quantity.code, next.code);
  if (quantity.kind === 'version' && next.kind === 'version') return surface.replace(quantity.code, next.code);
  return 'numeral' in quantity && 'numeral' in next ? amount({ text, quantity }, next, language) : undefined;
}

function amount(old: Standing<Amount>, next: Amount, language: Language): string | undefined {
  if (old.quantity.kind !== next.kind) return undefined;
  return primaryLanguage(language) === 'ko' ? rewriteMyriads(old, next) : rewriteAmount(old, next, language);
}

/** Both ends, and what stands between them as it is. Ends that share a scale keep it. */
function rewriteSpan(
  { text, quantity: { from, to } }: Standing<Span>,
  next: Span,
  language: Language,
): string | undefined {
  const first = amount({ text, quantity: from }, next.from, language);
  const second = amount({ text, quantity: to }, next.to, language);
  return first && second && first + text.slice(from.end, to.start) + second;
}

/** Times of one expression share its range: `from 6 to 8 p.m.`. */
function isAlone({ start }: Range, text: string, language: Language): boolean {
  return parseQuantities(text, language).filter((quantity) => quantity.start === start).length === 1;
}

/** `1990s` → `1980s`; whether `80s` are those of the same century nobody says. */
function rewriteDecade(surface: string, old: number, next: number): string | undefined {
  return String(old).length === String(next).length ? surface.replace(String(old), String(next)) : undefined;
}

/** `F-16` → `F-35`: with the hyphen of the old one. */
function rewriteCode(surface: string, old: string, next: string): string | undefined {
  if (surface === old) return next;
  return surface === old.replace(/(?<=[A-Z])(?=\d)/, '-') ? next.replace(/(?<=[A-Z])(?=\d)/, '-') : undefined;
}

interface Wanted extends Standing {
  readonly next: Quantity;
}

/** Whether the text, with the new words in it, has a quantity there that says the same. */
function says(written: string, { text, quantity, next }: Wanted, language: Language): boolean {
  const changed = text.slice(0, quantity.start) + written + text.slice(quantity.end);
  const found = parseQuantities(changed, language).find(({ start }) => start === quantity.start);
  return found !== undefined && found.end === quantity.start + written.length && isSame(found, next, changed);
}

function isSame(found: Quantity, next: Quantity, text: string): boolean {
  if (found.kind === 'time' && next.kind === 'time') return shares(found, next);
  return keysOf(found, text) === valueKey(next);
}

function shares(found: ClockTime, next: ClockTime): boolean {
  const [own, other] = [found, next].map((time) => atomsOf({ text: '', quantities: [time] })[0]!.keys);
  return own!.some((key) => other!.includes(key));
}

/** Quantities that say the same have the same: `10.000` in German and `10,000` in English. */
export function valueKey(quantity: Quantity): string {
  return keysOf(quantity, '');
}

function keysOf(quantity: Quantity, text: string): string {
  return atomsOf({ text, quantities: [quantity] })
    .map(({ key }) => key)
    .join(' ');
}
