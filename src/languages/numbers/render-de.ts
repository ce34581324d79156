import { type ScaleWord, writeScaled } from './scaled.ts';
import { hourOf } from './times.ts';
import type { Writer } from './writer.ts';

export const germanMarks = { decimal: ',', group: '.' };

export const germanScales: readonly ScaleWord[] = [
  [10n ** 12n, 'Billion', 'Billionen'],
  [10n ** 9n, 'Milliarde', 'Milliarden'],
  [10n ** 6n, 'Million', 'Millionen'],
];

export const germanMonthNames =
  'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' ');

/** `12.500`, `2,5 Prozent`, `3. Juni 2024`, `18.30 Uhr`, `1990er-Jahre`. */
export const germanWriter: Writer = {
  rangeMark: '–',
  moneyFirst: false,
  number: (value) => writeScaled(value, germanMarks, germanScales),
  percent: (figures, share) => `${figures} ${share === 'points' ? 'Prozentpunkte' : 'Prozent'}`,
  ordinal: (value) => `${value}.`,
  century: (value) => `${value}. Jahrhundert`,
  fraction: (above, below) => `${above}/${below}`,
  date: ({ days, months, year }) => {
    if (months.length !== 1 || (year !== undefined && year < 1000)) return undefined;
    const day = days.length === 0 ? '' : `${days.join('.–')}. `;
    return `${day}${germanMonthNames[months[0]! - 1]!}${year === undefined ? '' : ` ${year}`}`;
  },
  decade: ({ decade }) => `${decade}er-Jahre`,
  time: (time) => {
    const minute = time.minute === 0 ? '' : `.${String(time.minute).padStart(2, '0')}`;
    return `${hourOf(time)}${minute} Uhr`;
  },
};
