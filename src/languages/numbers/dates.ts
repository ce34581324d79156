import type { Beside } from './figures.ts';
import type { CalendarDate } from './quantity.ts';
import type { Found, Rule } from './scanner.ts';

const notInNumber = String.raw`(?=\d)(?<!\d|\d[.,/·-])`;
const notOn = String.raw`(?!\d|[.,/·-]\d)`;

/** Behind a figure, of which most texts have none. */
export const dotted: Beside = { after: '.' };
export const slash: Beside = { after: '/' };

// Linear: after two digits the next one ends the attempt.
const twoDots: Mark = { beside: dotted, sign: /\d\. ?\d{1,2}\. ?\d/ };
const dashed: Mark = { beside: { after: '-' }, sign: /\d-\d{1,2}-\d/ };
const slashed: Mark = { beside: slash, sign: /\d\/\d/ };
const nine: Mark = { beside: { after: '/·' }, sign: /9[/·]11/ };

/** Dates in figures. They are read alike in every language, so that a copied date stays equal to itself. */
export const numericDates: readonly Rule[] = [
  dateRule(dashed, String.raw`(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})`),
  dateRule(slashed, String.raw`(?<year>\d{4})/(?<month>\d{1,2})/(?<day>\d{1,2})`),
  dateRule(dashed, String.raw`(?<day>\d{1,2})-(?<month>\d{1,2})-(?<year>\d{4})`),
  dateRule(twoDots, String.raw`(?<year>\d{4})\. ?(?<month>\d{1,2})\. ?(?<day>\d{1,2})`),
  dateRule(twoDots, String.raw`(?<day>\d{1,2})\. ?(?<month>\d{1,2})\. ?(?<year>\d{4})`),
  dateRule(twoDots, String.raw`(?<day>\d{2})\.(?<month>\d{2})\.(?<year>\d{2})`),
  dateRule(slashed, String.raw`(?<day>\d{1,2})/(?<month>\d{1,2})/(?<year>\d{4})`),
  dateRule(slashed, String.raw`(?<day>\d{1,2})/(?<month>\d{1,2})/(?<year>\d{2})`),
  dateRule(slashed, String.raw`(?<day>0\d|\d{2}(?=/0))/(?<month>\d{1,2})`),
  // The attacks of 2001 have this name in many languages.
  dateRule(nine, String.raw`(?<month>9)[/·](?<day>11)`),
];

type Mark = Pick<Rule, 'beside' | 'sign'>;

function dateRule(mark: Mark, pattern: string): Rule {
  return { ...mark, pattern: new RegExp(`${notInNumber}${pattern}${notOn}`, 'gu'), read: readNumericDate };
}

/** Groups `day`, `month` and perhaps `year`. */
export function readNumericDate(match: Found): readonly CalendarDate[] | undefined {
  const { year, month, day } = match.groups;
  const [days, months] = [[Number(day)], [Number(month)]];
  const swappable = /^\d{1,2}[/-]/.test(match.text);
  if (swappable && !isMonth(months[0]!) && isMonth(days[0]!)) return date(match, { days: months, months: days, year });
  return date(match, { days, months, year, swappable });
}

interface Parts {
  readonly days?: readonly number[];
  readonly months: readonly number[];
  readonly year?: string | undefined;
  readonly swappable?: boolean;
}

/** A date of the calendar, or `undefined`. */
export function date(match: Found, { days = [], months, year, swappable }: Parts): readonly CalendarDate[] | undefined {
  if (!months.every(isMonth) || !days.every((day) => day >= 1 && day <= 31)) return undefined;
  return [
    {
      kind: 'date',
      start: match.start,
      end: match.end,
      days,
      months,
      year: year === undefined ? undefined : Number(year),
      ...(swappable && { swappable }),
    },
  ];
}

/** 1 to 31, without groups. */
export const dayPattern = String.raw`(?:[12]\d|3[01]|0?[1-9])(?!\d)`;

/** The days that the groups of a match name: `3.–5. Mai` has two. */
export function daysOf(...groups: readonly (string | undefined)[]): readonly number[] {
  return groups.filter((group) => group !== undefined).map(Number);
}

function isMonth(month: number): boolean {
  return month >= 1 && month <= 12;
}
