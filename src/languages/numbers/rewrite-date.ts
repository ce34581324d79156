import { primaryLanguage } from '../../language-tag.ts';
import type { Language } from '../../model.ts';
import type { CalendarDate } from './quantity.ts';
import { germanMonthNames } from './render-de.ts';
import { englishMonthNames } from './render-en.ts';

/** Two dates of one shape: with as many days and months, and with a year or without. */
interface Change {
  readonly old: CalendarDate;
  readonly next: CalendarDate;
}

/** A date in the style of an old one: its month by name or by number, its parts in their order. */
export function rewriteDate(surface: string, change: Change, language: Language): string | undefined {
  const { old, next } = change;
  const isAlike = old.days.length === next.days.length && old.months.length === next.months.length;
  if (!isAlike || (old.year === undefined) !== (next.year === undefined) || old.swappable) return undefined;
  const names = monthNames[primaryLanguage(language)] ?? [];
  const parts = surface.match(/\p{L}+|\d+|[^\p{L}\d]+/gu) ?? [];
  const isNamed = parts.some((part) => names.includes(part));
  const order = isNamed ? withoutMonths(surface, change) : numbersOf(surface, change);
  if (order === undefined || (names.length > 0 && !isNamed && /\p{L}{3}/u.test(surface))) return undefined;
  const padded = parts.filter((part) => /^\d+$/.test(part)).some((part) => part.startsWith('0'));
  return parts
    .map((part) => {
      if (names.includes(part)) return names[next.months[0]! - 1]!;
      return /^\d+$/.test(part) ? written(order.shift(), part, padded) : part;
    })
    .join('');
}

const monthNames: Readonly<Record<string, readonly string[]>> = { de: germanMonthNames, en: englishMonthNames };

/** A month by name: the other numbers are days and the year, which all languages put last. */
function withoutMonths(surface: string, { next }: Change): number[] | undefined {
  if (next.months.length !== 1) return undefined;
  const count = surface.match(/\d+/g)?.length ?? 0;
  const numbers = [...next.days, ...(next.year === undefined ? [] : [next.year])];
  return numbers.length === count ? numbers : undefined;
}

/** A date in numbers begins with the year, or ends with it. */
function numbersOf(surface: string, { old, next }: Change): number[] | undefined {
  const numbers = Array.from(surface.matchAll(/\d+/g), Number);
  const year = next.year === undefined ? [] : [next.year];
  const [yearFirst, dayFirst] = [
    [...year, ...next.months, ...next.days],
    [...next.days, ...next.months, ...year],
  ];
  const was = old.year === undefined ? [] : [old.year];
  if (isSame(numbers, [...was, ...old.months, ...old.days]) && /년|월|^\d{4}/.test(surface)) return yearFirst;
  return isSame(numbers, [...old.days, ...old.months, ...was]) ? dayFirst : undefined;
}

function isSame(numbers: readonly number[], others: readonly number[]): boolean {
  return numbers.join() === others.join();
}

function written(number: number | undefined, old: string, padded: boolean): string {
  return String(number ?? '').padStart(padded ? Math.min(old.length, 2) : 0, '0');
}
