import { amountRule } from './amounts.ts';
import { date, dayPattern, daysOf, dotted, numericDates, readNumericDate } from './dates.ts';
import { countedRule, decadeRule } from './eras.ts';
import { identifiers } from './identifiers.ts';
import { type MonthNames, monthNumbers, monthPattern } from './months.ts';
import type { Grammar, Rule } from './scanner.ts';
import { colonTimes, hourPattern, spokenTimes, timesOf } from './times.ts';

export const germanMonths: MonthNames = {
  full: [
    'Januars?|Jänners?',
    'Februars?|Febers?',
    'März(?:es)?',
    'Aprils?',
    'Mai',
    'Junis?',
    'Julis?',
    'Augusts?',
    'Septembers?',
    'Oktobers?',
    'Novembers?',
    'Dezembers?',
  ],
  short: ['Jan', 'Feb|Febr', 'Mrz', 'Apr', 'Mai', 'Jun', 'Jul', 'Aug', 'Sept?', 'Okt', 'Nov', 'Dez'],
};
const monthOf = monthNumbers(germanMonths);

/** `am 3.6.`; elsewhere two numbers with dots are a section or a version. */
const shortDates: Rule = {
  beside: dotted,
  sign: /\d\. ?\d{1,2}\./,
  pattern:
    /(?<=(?<!\p{L})(?:[Aa]m|[Vv]om|zum|bis|[Aa]b|[Ss]eit|de[nmr]) )(?<day>\d{1,2})\. ?(?<month>\d{1,2})\.(?:(?<year>\d{2})(?!\d)|(?! ?\d))/gu,
  read: readNumericDate,
};

/** August and Mai are names of people, too: alone they are months only after such a word. */
const sureMonth = String.raw`(?<=(?<!\p{L})(?:[Ii]m|[Vv]o[mn]|Anfang|Mitte|Ende|bis|zum|[Aa]b|[Ss]eit|und|oder|de[nmrs]|\p{Ll}+e[nms]) )`;
const firstDay = String.raw`(?:(?<first>${dayPattern})(?:\.? ?[-–/] ?|\. (?:bis|und|oder)(?: zum| am)? ))?`;

const monthDates: Rule = {
  figureless: true,
  sign: /J(?:[aä]n|u[nl])|Feb|M(?:är|ai|rz)|A(?:pr|ug)|Sep|Okt|Nov|Dez/,
  pattern: new RegExp(
    String.raw`(?=[\dJFMASOND])(?:(?<!\d|\d[.,])${firstDay}(?<day>${dayPattern})\. ?)?(?:(?<sure>${sureMonth})|)` +
      String.raw`${monthPattern(germanMonths)}(?: (?<year>[12]\d{3})(?!\d|[.,]\d))?`,
    'gu',
  ),
  read: (found) => {
    const { first, day, sure, full, short, year } = found.groups;
    const name = (full ?? short)!;
    const unsure = short !== undefined || (sure === undefined && /^(?:Mai|Augusts?)$/.test(name));
    if (unsure && day === undefined && year === undefined) return undefined;
    return date(found, { days: daysOf(first, day), months: [monthOf(name)], year });
  },
};

const clockTimes: Rule = {
  beside: { after: 'Uh' },
  sign: /Uhr|\d ?h(?![a-zäöü])/,
  pattern: new RegExp(
    String.raw`(?=\d)(?<!\d|\d[.,:])${hourPattern('')}(?: ?(?:-|–|bis|und) ?${hourPattern('2')})?(?:[ -]?Uhr(?!\p{L})| ?h(?![\p{L}\d/]))` +
      '(?: (?:(?<am>morgens|früh|vormittags|am Morgen|am Vormittag)|(?<pm>nachmittags|abends|am Nachmittag|am Abend)))?',
    'gu',
  ),
  read: (found) => {
    const { hour, minute, hour2, minute2, am, pm } = found.groups;
    if (hour2 === undefined) return timesOf(found, [{ hour, minute, am, pm }]);
    return timesOf(found, [
      { hour, minute },
      { hour: hour2, minute: minute2, am, pm },
    ]);
  },
};

const halfHours = spokenTimes({
  beside: { before: 'blhr' },
  sign: /(?:alb|tel|nach|vor) \d/,
  pattern:
    /(?<!\p{L})(?:(?<half>[Hh]alb)|[Vv]iertel (?<past>nach)|(?:[Vv]iertel vor|[Dd]reiviertel)) (?<hour>\d{1,2})(?![\p{L}\d]|[.,:]\d| (?!Uhr)\p{Lu})(?: Uhr)?/gu,
});

const eras: readonly Rule[] = [
  decadeRule({
    beside: { after: 'e' },
    sign: /0er/,
    pattern: /(?=\d)(?<![\p{L}\d]|\d[.,-])(?<number>(?:1\d|20)?\d0)er[ns]?(?!\p{L})(?:[ -]{0,2}Jahren?(?!\p{L}))?/gu,
  }),
  countedRule('century', {
    beside: dotted,
    sign: /Jahrh|Jh/,
    pattern:
      /(?=\d)(?<![\p{L}\d]|\d[.,-])(?<number>\d{1,2})\. (?:(?:vor|nach)christlichen? )?(?:Jahrhunderts?|Jh\.?)(?!\p{L})/gu,
  }),
];

const amounts = amountRule({
  convention: 'comma',
  scales: [
    ['[Hh]undert', 100n],
    [String.raw`[Tt]ausend|Tsd\.?`, 1_000n],
    [String.raw`[Mm]io\.?|Mill\.|Million(?:en)?`, 10n ** 6n],
    [String.raw`[Mm]rd\.?|Milliarden?`, 10n ** 9n],
    [String.raw`Bio\.|Billion(?:en)?`, 10n ** 12n],
    ['Billiarden?', 10n ** 15n],
    ['Trillion(?:en)?', 10n ** 18n],
    ['Dutzend', 12n],
    ['Jahrzehnten?', 10n],
  ],
  letters: [],
  percent: String.raw`%|-?[Pp]rozent(?:punkt\p{L}*|ig\p{L}*)?`,
  ordinal: String.raw`\.(?= ?[-–] ?\d| \p{L})`,
  minus: '[Mm]inus ',
  below: String.raw` ?(?:°(?: ?C)?|Grad(?: Celsius)?) (?:unter (?:[Nn]ull|dem Gefrierpunkt)|minus(?! \d))`,
});

export const german: Grammar = {
  rules: [...numericDates, shortDates, ...identifiers, monthDates, halfHours, clockTimes, colonTimes, ...eras, amounts],
  joints: /^ (?:bis|bis zu|und|oder|beziehungsweise|bzw\.) $/,
};
