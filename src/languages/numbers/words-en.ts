import { ratio } from './decimal.ts';
import { englishMonths } from './en.ts';
import { matches } from './matches.ts';
import type { NumberWord } from './quantity.ts';
import { compose, type Lexicon, type Numeric } from './words.ts';

/** The numbers that English words spell out. */
export function englishNumbers(text: string): readonly NumberWord[] {
  return [...compose(numerics(text), text), ...fractions(text)];
}

const ones =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
const onesth =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth';
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const values: ReadonlyMap<string, string> = new Map([
  ...[ones, onesth].flatMap((words) => words.split(' ').map((word, index): [string, string] => [word, String(index)])),
  ...tens.flatMap((word, index): [string, string][] => {
    const value = String(20 + 10 * index);
    return [word, word.replace(/y$/, 'ieth')].map((form) => [form, value]);
  }),
  ['a', '1'],
  ['an', '1'],
  ['half', '0.5'],
  ['quarter', '0.25'],
  ['nought', '0'],
]);

const scales: readonly (readonly [word: string, scale: bigint])[] = [
  ['hundred', 100n],
  ['thousand', 1000n],
  ['million', 10n ** 6n],
  ['billion', 10n ** 9n],
  ['trillion', 10n ** 12n],
  ['dozen', 12n],
  ['decade', 10n],
  ['score', 20n],
];

const numeric = new RegExp(
  String.raw`\b(?:and (?:a|one) (?:half|quarter)|and three quarters|[Hh]alf an?|${anyOf([...values.keys()])}|(?:${anyOf(scales.map(([word]) => word))})s?)\b(?!\.m\b)`,
  'g',
);

/** A pattern for any of the words, capitalised or not. */
function anyOf(words: readonly string[]): string {
  const rests = new Map<string, string[]>();
  for (const word of words) rests.set(word[0]!, [...(rests.get(word[0]!) ?? []), word.slice(1)]);
  return [...rests].map(([first, rest]) => `[${first.toUpperCase()}${first}](?:${rest.join('|')})`).join('|');
}

function numerics(text: string): readonly Numeric[] {
  return matches(text, numeric).flatMap(({ 0: word, index }): readonly Numeric[] => {
    const place = { start: index, end: index + word.length };
    const lower = word.toLowerCase();
    if (lower.includes(' ')) return [{ ...place, value: partOf(lower), adds: lower.startsWith('and') }];
    const scale = scales.find(([name]) => lower === name || lower === `${name}s`);
    if (scale) return [{ ...place, scale: scale[1], plural: lower !== scale[0] }];
    const value = values.get(lower);
    return value === undefined ? [] : [{ ...place, value }];
  });
}

function partOf(words: string): string {
  if (words.includes('half')) return '0.5';
  return words.includes('three') ? '0.75' : '0.25';
}

const denominators = 'third quarter fifth sixth seventh eighth ninth tenth'.split(' ');
const fraction = new RegExp(
  String.raw`(?:(?<![\p{L}\d])(?<count>\d|an?|one|two|three|four|five|six|seven|eight|nine)[ -])?(?<part>${denominators.join('|')})s?(?!\p{L})`,
  'giu',
);

/** `a third`, `two-thirds`, `three quarters`, which is also 75 percent. */
function fractions(text: string): readonly NumberWord[] {
  if (!/third|quarter|fifth|ixth|venth|ighth|ninth|tenth/i.test(text)) return [];
  return matches(text, fraction).flatMap(({ 0: { length }, index, groups }) => {
    const count = BigInt(values.get(groups!.count?.toLowerCase() ?? 'a') ?? groups!.count!);
    const below = BigInt(denominators.indexOf(groups!.part!.toLowerCase()) + 3);
    const place = { kind: 'number', start: index, end: index + length } as const;
    return [ratio(count, below), ratio(count * 100n, below)].map((value) => ({ ...place, value }));
  });
}

const whole = (words: string): RegExp => new RegExp(String.raw`(?<!\p{L})(?:${words})(?!\p{L})`, 'giu');

/** English words with a value. */
export const englishLexicon: Lexicon = [
  [
    whole('once|single|sole|only|each|every|per|apiece|alone|another|annual(?:ly)?|yearly|monthly|weekly|daily|hourly'),
    'number',
    '1',
  ],
  [whole('first'), 'day', '1'],
  [whole('no|none|nil|freezing'), 'number', '0'],
  [
    whole(String.raw`both|every other|twice|pairs?|couple|twins?|duo|dual|bilateral|doubl\p{L}*|two-?fold`),
    'number',
    '2',
  ],
  [whole(String.raw`thrice|trio|trilateral|tripl\p{L}*`), 'number', '3'],
  [whole(String.raw`quadrupl\p{L}*|quartet`), 'number', '4'],
  [whole(String.raw`half|halv\p{L}*`), 'number', '0.5', '50'],
  [whole('half[- ]years?|half a year'), 'number', '6'],
  [whole('half an hour|half[- ]hours?'), 'number', '30'],
  [whole('quarter of an hour|quarter[- ]hours?'), 'number', '15'],
  [whole('three[- ]quarters of an hour'), 'number', '45'],
  [whole('(?:one|a year|an hour|a month) and a half'), 'number', '1.5', '18'],
  [whole('weeks?'), 'number', '7', '14'],
  [whole('fortnights?'), 'number', '2', '14'],
  [whole('century|centuries'), 'number', '100'],
  [whole('a?round[- ]the[- ]clock'), 'number', '24', '7'],
  [whole(String.raw`corona|coronavirus|covid(?!-?\d)`), 'number', '19'],
  [whole('midnight'), 'time', '0:00'],
  [whole('midnight'), 'number', '0', '24'],
  [whole('noon|midday'), 'time', '12:00'],
  [whole('noon|midday'), 'number', '12'],
  ...tens.flatMap((ten, index) => {
    const pattern = whole(ten.replace(/y$/, 'ies'));
    return (['decade', 'number'] as const).map((kind) => [pattern, kind, String(20 + 10 * index)] as const);
  }),
  ...ones
    .split(' ')
    .slice(1, 13)
    .flatMap((hour, index) => spokenTimes(index + 1, hour)),
  // "may" and "march" are no months.
  ...englishMonths.full.map((name, index) => {
    return [
      new RegExp(String.raw`(?<!\p{L})(?:${name}|${name.toUpperCase()})(?!\p{L})`, 'gu'),
      'month',
      String(index + 1),
    ] as const;
  }),
];

/** `half past seven`, `a quarter to 8`. */
function spokenTimes(hour: number, word: string): Lexicon {
  const before = hour === 1 ? 12 : hour - 1;
  const said = String.raw`(?:${word}|${hour}(?![\d.,:]))`;
  return [
    [whole(`half past ${said}`), 'time', `${hour}:30`],
    [whole(`quarter past ${said}`), 'time', `${hour}:15`],
    [whole(`quarter to ${said}`), 'time', `${before}:45`],
  ];
}
