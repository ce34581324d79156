import type { Language } from '../../model.ts';
import type { CalendarDate } from './quantity.ts';
import { type ScaleWord, writeScaled } from './scaled.ts';
import { hourOf } from './times.ts';
import type { Writer } from './writer.ts';

export const englishMarks = { decimal: '.', group: ',' };

export const englishScales: readonly ScaleWord[] = [
  [10n ** 12n, 'trillion', 'trillion'],
  [10n ** 9n, 'billion', 'billion'],
  [10n ** 6n, 'million', 'million'],
];

export const englishMonthNames =
  'January February March April May June July August September October November December'.split(' ');

/** `12,500`, `2.5%`, `20 billion`, `June 3, 2024`, `6:30 p.m.`, `1990s`, `20th century`, `3rd`. */
export const englishWriter: Writer = {
  rangeMark: '–',
  moneyFirst: true,
  number: (value) => writeScaled(value, englishMarks, englishScales),
  percent: (figures, share) => {
    if (share === 'sign') return `${figures}%`;
    return share === 'word' ? `${figures} percent` : `${figures} percentage points`;
  },
  ordinal: (value) => value + ordinalEnding(value),
  century: (value) => `${value}${ordinalEnding(value)} century`,
  fraction: (above, below) => `${above}/${below}`,
  date: writeDate,
  decade: ({ decade }) => `${decade}s`,
  time: (time) => {
    const minute = time.minute === 0 ? '' : `:${String(time.minute).padStart(2, '0')}`;
    const hour = hourOf(time);
    if (time.half === undefined && hour > 0 && hour <= 12) return minute === '' ? `${hour} o'clock` : hour + minute;
    return `${hour % 12 || 12}${minute} ${hour < 12 ? 'a.m.' : 'p.m.'}`;
  },
};

/** `st` of 21st. */
export function ordinalEnding(value: string): string {
  if (/1\d$/.test(value)) return 'th';
  return { 1: 'st', 2: 'nd', 3: 'rd' }[value.at(-1)!] ?? 'th';
}

const dayFirst = /^en-(?:GB|IE|AU|NZ|ZA|IN)$/i;

function writeDate({ days, months, year }: CalendarDate, language: Language): string | undefined {
  if (months.length !== 1 || (year !== undefined && year < 1000)) return undefined;
  const month = englishMonthNames[months[0]! - 1]!;
  const day = days.join('–');
  if (day === '') return year === undefined ? month : `${month} ${year}`;
  if (dayFirst.test(language)) return `${day} ${month}${year === undefined ? '' : ` ${year}`}`;
  return `${month} ${day}${year === undefined ? '' : `, ${year}`}`;
}
