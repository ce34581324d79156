import { onceForText } from '../../once.ts';
import { germanMonths } from './de.ts';
import { ratio } from './decimal.ts';
import { matches } from './matches.ts';
import type { NumberWord } from './quantity.ts';
import { compose, type Lexicon, type Numeric } from './words.ts';

/** The numbers that German words spell out. */
export function germanNumbers(text: string): readonly NumberWord[] {
  return [...compose(numerics(text), text), ...fractions(text)];
}

const scales: readonly (readonly [pattern: RegExp, scale: bigint, plural: RegExp])[] = [
  [/^million(?:en|ste[nmrs]?)?$/, 10n ** 6n, /onen$/],
  [/^milliard(?:en?|ste[nmrs]?)$/, 10n ** 9n, /rden$/],
  [/^billion(?:en|ste[nmrs]?)?$/, 10n ** 12n, /onen$/],
  [/^dutzende?n?$/, 12n, /e/],
  [/^jahrzehnt(?:e|en|s)?$/, 10n, /en?$/],
  [/^jahrhundert(?:e|en|s)?$/, 100n, /en?$/],
  [/^jahrtausend(?:e|en|s)?$/, 1000n, /en?$/],
];

/** Words whose value no parts say. */
const fixed: readonly (readonly [pattern: RegExp, value: string])[] = [
  [/^halb(?:e[nmrs]?)?$/, '0.5'],
  [/^viertel$/, '0.25'],
  [/^dreiviertel$/, '0.75'],
  [/^(?:anderthalb|einundhalb)$/, '1.5'],
];

/** `siebenhundertsiebenundsiebzigtausendsiebenhundertsiebenundsiebzig` has 65 letters. */
const longest = 70;

/** What a number word begins with; all other words are passed over. No Unicode classes, which are four times as slow. */
const opening =
  /(?<![A-Za-zÀ-ÿ])(?:[Nn](?:ull|eun)|[Ee](?:in|lf|rst)|[Zz](?:w[aeoö]|ehn)|[Dd](?:r(?:ei|itt)|utzend)|[Vv]ier|[Ff](?:ü|ue)nf|[Ss](?:ech|ieb)|[Aa](?:cht|nderthalb)|[Hh](?:undert|alb)|[Tt]ausend|[Bb](?:eid|illi)|[Mm]illi|[Jj]ahr[zht])[A-Za-zÀ-ÿ]*/g;

function numerics(text: string): readonly Numeric[] {
  return matches(text, opening).flatMap(({ 0: word, index }): readonly Numeric[] => {
    const said = saidBy(word);
    return said === passedOver ? [] : [{ start: index, end: index + word.length, ...said }];
  });
}

type Said = Pick<Numeric, 'value' | 'scale' | 'plural'>;

const passedOver: Said = {};

/** What a word says: `ein` and `erste` stand in every other sentence. */
const saidBy = onceForText((word): Said => {
  const lower = word.toLowerCase();
  const scale = scales.find(([pattern]) => pattern.test(lower));
  if (scale) return { scale: scale[1], plural: scale[2].test(lower) };
  if (word.length > longest) return passedOver;
  const value = fixed.find(([pattern]) => pattern.test(lower))?.[1] ?? readNumber(lower);
  return value === undefined ? passedOver : { value };
}, 10_000);

const ones =
  'null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn';
const tens = 'zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig';
const parts: ReadonlyMap<string, number> = new Map([
  ...ones.split(' ').map((word, index): [string, number] => [word, index]),
  ...tens.split(' ').map((word, index): [string, number] => [word, 20 + 10 * index]),
  ['zwo', 2],
  ['fuenf', 5],
  ['zwoelf', 12],
  ['fuenfzehn', 15],
  ['dreissig', 30],
  ['fuenfzig', 50],
  ['erst', 1],
  ['dritt', 3],
  ['sieb', 7],
  ['beid', 2],
]);
const longestFirst = [...parts.keys()].sort((a, b) => b.length - a.length);
const part = new RegExp(`(?:und)?(?:(${longestFirst.join('|')})|(hundert|tausend))`, 'y');

/** What may follow a number in its word: `zweite`, `dreimal`, `zweijährig`, `vierthöchster`; nothing else, or `Zweifel` were two. */
const ending =
  /^(?:s?te?[nmrs]?|s?tens|e[nmrs]?|s|er\p{L}*|s?t\p{L}*st(?:e[nmrs]?)|größt\p{L}*|(?:mal|fach|jahr|jähr|monat|woche|wöch|tag|täg|stund|stünd|minut|minüt|sekund|köpf|stell|teil|stöck|stuf|seit|eck|prozent|länder|staaten|parteien|sprach|zeil|satz|dimension)\p{L}*)?$/u;

/** `zwölf`, `einundzwanzig`, `dreihunderttausend`, `zweijährig`, `zweieinhalb`, `dritten`; `undefined` for any other word. */
function readNumber(word: string): string | undefined {
  let [total, current, end, round] = [0, 0, 0, false];
  part.lastIndex = 0;
  for (let match = part.exec(word); match !== null; match = part.exec(word)) {
    end = part.lastIndex;
    round = match[1] === undefined;
    if (match[1] !== undefined) current += parts.get(match[1])!;
    else if (match[2] === 'hundert') current = (current || 1) * 100;
    else [total, current] = [total + (current || 1) * 1000, 0];
  }
  const rest = word.slice(end);
  if (end > 0 && rest === 'halb' && word.slice(0, end).endsWith('ein')) return `${total + current - 1}.5`;
  // "Tausende" and "Hunderter" have no value.
  if (end === 0 || !ending.test(rest) || (round && /^e/.test(rest))) return undefined;
  return Number.isSafeInteger(total + current) ? String(total + current) : undefined;
}

const denominators = 'drittel viertel fünftel sechstel siebtel achtel neuntel zehntel'.split(' ');
const fraction = new RegExp(
  String.raw`(?:(?<count>\d|ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun)\p{L}{0,2} ?)?(?<part>${denominators.join('|')})`,
  'giu',
);

/** `ein Drittel`, `Zweidrittelmehrheit`, `drei Viertel`, which is also 75 percent. */
function fractions(text: string): readonly NumberWord[] {
  if (!/tel/i.test(text)) return [];
  return matches(text, fraction).flatMap(({ 0: { length }, index, groups }) => {
    const count = BigInt(parts.get(groups!.count?.toLowerCase() ?? 'ein') ?? groups!.count!);
    const below = BigInt(denominators.indexOf(groups!.part!.toLowerCase()) + 3);
    const place = { kind: 'number', start: index, end: index + length } as const;
    return [ratio(count, below), ratio(count * 100n, below)].map((value) => ({ ...place, value }));
  });
}

const hours = ones.split(' ').slice(1, 13);

/** German words with a value. */
export const germanLexicon: Lexicon = [
  [
    /(?<!\p{L})(?:einzig\p{L}*|pro|je|jede[nmrs]?|jeweils|allein\p{L}*|(?:täg|wöchent|monat|jähr|stünd)lich\p{L}*)(?!\p{L})/giu,
    'number',
    '1',
  ],
  [/(?<!\p{L})erste[nmrs]?(?!\p{L})/giu, 'day', '1'],
  [/(?<!\p{L})(?:kein|null|gefrierpunkt)\p{L}*/giu, 'number', '0'],
  [/(?<!\p{L})(?:beid(?:e[nmrs]?|erseit\p{L}*)(?!\p{L})|(?:doppel|zwilling|duo|bilateral)\p{L}*)/giu, 'number', '2'],
  [/(?<!\p{L})Paar(?:e[ns]?|s)?(?!\p{L})/gu, 'number', '2'],
  [/(?<!\p{L})(?:trio|drilling|trilateral)\p{L}*/giu, 'number', '3'],
  [/(?<!\p{L})quartett\p{L}*/giu, 'number', '4'],
  [/(?<!\p{L})(?:halb|hälfte)\p{L}*/giu, 'number', '0.5', '50'],
  [/(?<!\p{L})(?:halbe[sn]? ?jahr|halbjahr|halbjähr)\p{L}*/giu, 'number', '6'],
  [/(?<!\p{L})(?:halbe[rn]? ?stund|halbstünd)\p{L}*/giu, 'number', '30'],
  [/(?<!\p{L})(?:viertelstund|viertelstünd)\p{L}*/giu, 'number', '15'],
  [/dreiviertelstund\p{L}*/giu, 'number', '45'],
  [/(?<!\p{L})(?:anderthalb|eineinhalb)\p{L}*/giu, 'number', '1.5', '18'],
  [/(?<!\p{L})wochen?(?!\p{L})/giu, 'number', '7', '14'],
  [/rund um die Uhr/gu, 'number', '24', '7'],
  [/(?<!\p{L})(?:corona|covid(?!-?\d))\p{L}*/giu, 'number', '19'],
  [/mitternacht\p{L}*/giu, 'time', '0:00'],
  [/mitternacht\p{L}*/giu, 'number', '0', '24'],
  [/(?<!\p{L})mittag\p{L}*/giu, 'time', '12:00'],
  [/(?<!\p{L})mittag\p{L}*/giu, 'number', '12'],
  ...hours.flatMap((hour, index) => spokenTimes(index + 1, hour)),
  ...tens.split(' ').flatMap((ten, index) => {
    const pattern = new RegExp(String.raw`(?<!\p{L})(?:mitt)?${ten}er\p{L}*`, 'giu');
    return (['decade', 'number'] as const).map((kind) => [pattern, kind, String(20 + 10 * index)] as const);
  }),
  // Also in compounds and where a month is not sure: "Oktoberrevolution", "August".
  ...germanMonths.full.map((name, index) => {
    return [new RegExp(String.raw`(?<!\p{L})(?:${name})`, 'gu'), 'month', String(index + 1)] as const;
  }),
];

/** `halb sieben`, `Viertel nach 7`, `Viertel vor acht`, `dreiviertel acht`. */
function spokenTimes(hour: number, word: string): Lexicon {
  const before = hour === 1 ? 12 : hour - 1;
  const said = String.raw`(?:${word}s?|${hour}(?![\d.,:]))(?!\p{L})`;
  const at = (pattern: string, time: string): Lexicon[number] => [
    new RegExp(String.raw`(?<!\p{L})${pattern} ${said}`, 'giu'),
    'time',
    time,
  ];
  return [
    at('halb', `${before}:30`),
    at('viertel nach', `${hour}:15`),
    at('(?:viertel vor|dreiviertel)', `${before}:45`),
  ];
}
