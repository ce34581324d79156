import { fractionRule } from './amounts.ts';
import { date, daysOf, numericDates, readNumericDate } from './dates.ts';
import { plus, ratio } from './decimal.ts';
import { countedRule, decadeRule } from './eras.ts';
import { identifiers } from './identifiers.ts';
import { koreanAmounts } from './korean-amounts.ts';
import type { Grammar, Rule } from './scanner.ts';
import { colonTimes, timesOf } from './times.ts';

const notInNumber = String.raw`(?=\d)(?<!\d|\d[.,:])`;
const month = '1[0-2]|0?[1-9]';

/** `2024년 6월 3일`, `6월 3~5일`, `1·2월`. `10개월` is a duration, `6월드컵` no month. */
const monthDates: Rule = {
  beside: { after: '월' },
  pattern: new RegExp(
    String.raw`${notInNumber}(?:(?<year>\d{2}|\d{4})년 ?)?(?:(?<month0>${month})월?(?: ?[-–~·/] ?|, ?))?(?<month>${month})월(?![드급세간례])` +
      String.raw`(?: ?(?:(?<day0>\d{1,2})일?(?: ?[-–~·/] ?|,))?(?<day>\d{1,2})일)?`,
    'gu',
  ),
  read: (found) => {
    const { year, month0, month, day0, day } = found.groups;
    return date(found, { days: daysOf(day0, day), months: daysOf(month0, month), year });
  },
};

/** `3·1운동`, `12·3 비상계엄`; but `1·2차`, `3·4위` are numbers. */
const namedDays: Rule = {
  beside: { after: '·' },
  pattern:
    /(?<!\d|\d[.,·])(?<month>\d{1,2})·(?<day>\d{1,2})(?= ?(?![차위호분급등번회단층명월학대세군조장항부])[가-힣]{2})/gu,
  read: readNumericDate,
};

const half = (n: '' | '2'): string => String.raw`(?:(?:(?<am${n}>오전|새벽|아침|AM)|(?<pm${n}>오후|저녁|PM)|밤|낮) ?)?`;
const hour = (n: '' | '2'): string =>
  String.raw`(?<hour${n}>\d{1,2})(?:시(?![간즌리])(?: ?(?<minute${n}>\d{1,2})분| ?(?<thirty${n}>반)(?=[^가-힣]|$|[에까부쯤경께으을이의]))?|:(?<colon${n}>\d{2})(?!\d|[.,:]\d))`;

/** `오후 6시 30분`, `오전 6:30`, `오후 6~8시`, where only the first hour says the half of the day. */
const clockTimes: Rule = {
  beside: { after: '시:' },
  pattern: new RegExp(
    String.raw`(?=[\d오새아저밤낮AP])(?<!\d|\d[.,:])${half('')}(?:(?<bare>\d{1,2}) ?[-–~] ?)?${hour('')}` +
      String.raw`(?: ?(?:[-–~]|부터|에서) ?${half('2')}${hour('2')})?`,
    'gu',
  ),
  read: (found) => {
    const { bare, hour, am, pm, hour2, am2, pm2, minute, colon, thirty, minute2, colon2, thirty2 } = found.groups;
    const first = { hour, minute: thirty ? '30' : (minute ?? colon) };
    const second = { hour: hour2, minute: thirty2 ? '30' : (minute2 ?? colon2), am: am2, pm: pm2 };
    return timesOf(found, bare ? [{ hour: bare, am, pm }, first, second] : [{ ...first, am, pm }, second]);
  },
};

const counted: readonly Rule[] = [
  decadeRule({ beside: { after: '년' }, sign: /년대/, pattern: /(?=\d)(?<!\d|\d[.,])(?<number>\d{2,4})년대/gu }),
  countedRule('century', { beside: { after: '세' }, pattern: /(?=\d)(?<!\d|\d[.,])(?<number>\d{1,2})세기/gu }),
  // 제3조 is Article 3, not three trillion.
  countedRule('ordinal', {
    beside: { after: '조' },
    pattern: /(?<!\d|\d[.,])(?<number>\d{1,4})조(?= ?제? ?\d+ ?[항호목의])/gu,
  }),
  countedRule('ordinal', { beside: { before: '제' }, pattern: /제 ?(?<number>\d+)(?!\d|[.,]\d|[천만억])조?/gu }),
];

const fractions: Rule = {
  beside: { after: '분' },
  sign: /\d분의/,
  pattern: /(?<!\d|\d[.,])(?<below>\d{1,3})분의 ?(?<above>\d{1,3})(?!\d)/gu,
  read: ({ start, end, groups }) => {
    const value = ratio(BigInt(groups.above!), BigInt(groups.below!));
    return [{ kind: 'fraction', start, end, value, numeral: { start, end } }];
  },
};

/** `1년 반`: one and a half; `1` where the other side says the half in a word of its own. */
const halves: Rule = {
  beside: { after: '년개시달배일' },
  sign: /반/,
  pattern: /(?<!\d|\d[.,])(?<number>\d{1,3})(?:년|개월|시간|달|배|일) ?반(?![가-힣])/gu,
  read: ({ start, end, groups: { number } }) => {
    const numeral = { start, end: start + number!.length };
    return [{ kind: 'number', start, end, value: plus(number!, '0.5'), numeral, readings: [plus(number!, '0')] }];
  },
};

/** `1인당`: to each person. It is how Korean says pro Kopf, and no number of its own. */
const each: Rule = { sign: /당/, pattern: /(?<!\d|\d[.,])1 ?[가-힣]{1,3}당(?![하한했])/gu, read: () => [] };

export const korean: Grammar = {
  rules: [
    ...numericDates,
    ...identifiers,
    monthDates,
    namedDays,
    clockTimes,
    colonTimes,
    ...counted,
    fractions,
    fractionRule,
    halves,
    each,
    koreanAmounts,
  ],
  joints: /^ ?(?:에서|부터|내지|또는|과|와|및) ?$/,
};
