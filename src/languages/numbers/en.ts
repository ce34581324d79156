import { amountRule } from './amounts.ts';
import { date, dayPattern, daysOf, numericDates, readNumericDate, slash } from './dates.ts';
import { countedRule, decadeRule } from './eras.ts';
import { identifiers } from './identifiers.ts';
import { type MonthNames, monthNumbers, monthPattern } from './months.ts';
import type { Grammar, Rule } from './scanner.ts';
import { colonTimes, hourPattern, spokenTimes, timesOf } from './times.ts';

export const englishMonths: MonthNames = {
  full: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  short: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sept?', 'Oct', 'Nov', 'Dec'],
};
const monthOf = monthNumbers(englishMonths);

/** May, March and August are verbs, marches and names of people, too: alone they are months only after such a word. */
const sureMonth =
  String.raw`(?<=(?<!\p{L})(?:(?:[Ii]n|[Oo]f|[Ss]ince|[Uu]ntil|till|[Ff]rom|to|and|or|[Bb]y|[Dd]uring|[Bb]efore|[Aa]fter|` +
  String.raw`[Bb]etween|[Tt]hrough|[Ee]arly|[Ll]ate|[Ll]ast|[Nn]ext|[Tt]his|[Mm]id|[Ee]very) |[Mm]id-))`;

/** `on 3/16`; elsewhere it is a fraction. */
const shortDates: Rule = {
  beside: slash,
  sign: /\d\/\d/,
  pattern: /(?<=(?<!\p{L})(?:[Oo]n|[Bb]y|[Ss]ince|until|dated) )(?<month>\d{1,2})\/(?<day>\d{1,2})(?!\d|[.,/]\d| of)/gu,
  read: readNumericDate,
};

const suffix = '(?:st|nd|rd|th)?';
const through = '(?: ?[-–] ?| (?:to|and|or|through|until) )';
/** "In May 3 million people": a number with a scale is no day. */
const noAmount = String.raw`(?!\d|[.,]\d|-\p{Ll}| ?(?:%|per ?cent|hundred|thousand|[mbtr]{1,2}illion|dozen))`;

const monthDates: Rule = {
  figureless: true,
  sign: /J(?:an|u[nl])|Feb|Ma[ry]|A(?:pr|ug)|Sep|Oct|Nov|Dec/,
  pattern: new RegExp(
    String.raw`(?=[\dJFMASOND])(?:(?<!\d|\d[.,])(?:(?<first>${dayPattern})${suffix}${through})?(?<day>${dayPattern})${suffix} (?:of )?)?` +
      String.raw`(?:(?<sure>${sureMonth})|)${monthPattern(englishMonths)}` +
      String.raw`(?: (?<day1>${dayPattern})${suffix}(?:${through}(?<day2>${dayPattern})${suffix})?(?!\p{L})${noAmount})?` +
      String.raw`(?:,? (?:of )?(?<year>[12]\d{3})(?!\d|[.,]\d))?`,
    'gu',
  ),
  read: (found) => {
    const { first, day, sure, full, short, day1, day2, year } = found.groups;
    const days = daysOf(first, day, day1, day2);
    const name = (full ?? short)!;
    const unsure = short !== undefined || (sure === undefined && /^(?:Ma|Au)/.test(name));
    if (unsure && days.length === 0 && year === undefined) return undefined;
    return date(found, { days, months: [monthOf(name)], year });
  },
};

const half = (n: '' | '1' | '2'): string =>
  String.raw` ?(?:(?<am${n}>[Aa]\.?[Mm]\b\.?|in the morning\b)|(?<pm${n}>[Pp]\.?[Mm]\b\.?|in the (?:afternoon|evening)\b))`;
const notInNumber = String.raw`(?=\d)(?<!\d|\d[.,:])`;

/** `6 p.m.`, `from 6:30 to 10am`, `6 o'clock`. */
const clockTimes: Rule = {
  beside: { after: 'aApPoi' },
  sign: /\d ?(?:[aApP]\.?[mM]|o'clock|in the [ame])/,
  pattern: new RegExp(
    String.raw`${notInNumber}${hourPattern('')}(?:(?:${half('')})?(?: ?[-–] ?| (?:to|and|until) )${hourPattern('2')}${half('2')}` +
      String.raw`|${half('1')}| ?o'clock)`,
    'gu',
  ),
  read: (found) => {
    const { hour, minute, am, am1, pm, pm1, hour2, minute2, am2, pm2 } = found.groups;
    return timesOf(found, [
      { hour, minute, am: am ?? am1, pm: pm ?? pm1 },
      { hour: hour2, minute: minute2, am: am2, pm: pm2 },
    ]);
  },
};

const halfHours = spokenTimes({
  beside: { before: 'to' },
  sign: /(?:past|to) \d/,
  pattern:
    /(?<!\p{L})(?:(?<half>[Hh]alf(?= past))|[Qq]uarter) (?:(?<past>past)|to) (?<hour>\d{1,2})(?![\p{L}\d]|[.,:]\d)/gu,
});

const eras: readonly Rule[] = [
  decadeRule({
    beside: { after: "s'" },
    sign: /0'?s/,
    pattern: /(?=\d)(?<![\p{L}\d]|\d[.,])(?<number>(?:1\d|20)?\d0)'?s(?!\p{L})/gu,
  }),
  countedRule('century', {
    beside: { after: 'snrt' },
    sign: /entur/,
    pattern: /(?=\d)(?<![\p{L}\d]|\d[.,-])(?<number>\d{1,2})(?:st|nd|rd|th)[ -][Cc]entur(?:y|ies)(?!\p{L})/gu,
  }),
];

const amounts = amountRule({
  convention: 'point',
  scales: [
    ['hundred', 100n],
    ['[Tt]housand', 1_000n],
    ['[Mm]illions?|mn|mln', 10n ** 6n],
    ['[Bb]illions?|bn|bln', 10n ** 9n],
    ['[Tt]rillions?|tn|trn|tln', 10n ** 12n],
    ['[Qq]uadrillions?', 10n ** 15n],
    ['[Qq]uintillions?', 10n ** 18n],
    ['dozens?', 12n],
    ['decades?', 10n],
  ],
  letters: [
    ['[kK]', 1_000n],
    ['[mM]', 10n ** 6n],
    ['[bB]', 10n ** 9n],
    ['[tT]', 10n ** 12n],
  ],
  percent: '%|-?(?:percent(?:age)?|per ?cent|pct)(?:[ -]points?)?',
  ordinal: String.raw`(?:st|nd|rd|th)(?!\p{L})`,
  minus: '[Mm]inus |[Nn]egative ',
  below: ' ?(?:° ?[CF]?|degrees?(?: (?:Celsius|Fahrenheit|centigrade))?) below (?:zero|freezing)',
});

export const english: Grammar = {
  rules: [...numericDates, shortDates, ...identifiers, monthDates, halfHours, clockTimes, colonTimes, ...eras, amounts],
  joints: /^ (?:to|and|or|and up to) (?:more than )?$/,
};
