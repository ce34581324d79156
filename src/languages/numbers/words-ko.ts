import { negative, plus, ratio, times } from './decimal.ts';
import { matches } from './matches.ts';
import type { NumberWord, Value } from './quantity.ts';
import type { Lexicon } from './words.ts';

/** The numbers that Korean words spell out. */
export function koreanNumbers(text: string): readonly NumberWord[] {
  return [...natives(text), ...sinos(text), ...fractions(text)];
}

const nativeTens = '열 스물|스무 서른 마흔 쉰 예순 일흔 여든 아흔'.split(' ');
const nativeOnes = '하나|한 둘|두 셋|세|석|서 넷|네|넉|너 다섯|닷 여섯|엿 일곱 여덟 아홉'.split(' ');
/** First syllables of counters and particles. Before other Hangul `한`, `세`, `네` open other words: 한국, 세계, 네트워크. */
const counted = '(?=[^가-힣]|$|[명개번달살해시곳대쌍배마잔권장군사차째가건분채척통편층판골점팀은는이의을를도에로와과])';
const native = new RegExp(
  `(?=[열스서마쉰예일여아하한둘두셋세석넷네너다닷엿덟])(?<![가-힣\\d])(?:(?<ten>${nativeTens.join('|')}) ?)?(?<one>${nativeOnes.join('|')})?(?<![ ])${counted}`,
  'gu',
);

/** `두`, `석` (달), `열두`, `서른 아홉`. */
function natives(text: string): readonly NumberWord[] {
  return matches(text, native).flatMap(({ 0: { length }, index, groups }) => {
    const value = 10 * placeOf(groups!.ten, nativeTens) + placeOf(groups!.one, nativeOnes);
    return value === 0 ? [] : [{ kind: 'number', value: String(value), start: index, end: index + length }];
  });
}

function placeOf(word: string | undefined, forms: readonly string[]): number {
  return word === undefined ? 0 : forms.findIndex((form) => form.split('|').includes(word)) + 1;
}

const digits = '영일이삼사오육칠팔구';
const scales: ReadonlyMap<string, bigint> = new Map([
  ['십', 10n],
  ['백', 100n],
  ['천', 1_000n],
  ['만', 10n ** 4n],
  ['억', 10n ** 8n],
  ['조', 10n ** 12n],
]);

const figures = '[일이삼사오육칠팔구십백천만억조]';
/** `이십오`, `백만`, `이십만 이천`, `만` (명); one digit alone only before a year or a month. After 수 or 몇 they are indefinite. */
const sino = new RegExp(
  `(?=${figures})(?<![가-힣]|[수몇] )(?:(?:${figures}{1,8}[만억조] )?${figures}{0,16}[십백천만억조]${figures}{0,4}|[일이삼사오육칠팔구](?= ?(?:년|개월|차|등)))` +
    `(?=[^가-힣]|$|[여명개년월일원달배번차위권회대도세인분초곳건]|(?<=${figures}{2})(?:[은는이가을를과와에의로등점척]|보다|퍼센트|입니다))`,
  'gu',
);

function sinos(text: string): readonly NumberWord[] {
  return matches(text, sino).map(({ 0: word, index }) => {
    const value = readSino(word);
    const isBelow = /(?:영하|마이너스|음수) ?$/.test(text.slice(Math.max(0, index - 5), index));
    return { kind: 'number', value: isBelow ? negative(value) : value, start: index, end: index + word.length };
  });
}

function readSino(word: string): Value {
  let [total, section, digit] = ['0', '0', ''];
  for (const char of word.replace(' ', '')) {
    const scale = scales.get(char);
    if (scale === undefined) digit += digits.indexOf(char);
    else if (scale < 10_000n) [section, digit] = [plus(section, times(digit || '1', scale)), ''];
    else {
      const before = plus(section, digit || '0');
      [total, section, digit] = [plus(total, times(before === '0' ? '1' : before, scale)), '0', ''];
    }
  }
  return plus(plus(total, section), digit || '0');
}

/** Not `3분의 1`, which is written in figures. */
const fraction = new RegExp(
  String.raw`(?<!${figures}|\d)(?<below>${figures}{1,8}|\d{1,4}) ?분의 ?(?<above>${figures}{1,8}|\d{1,4})`,
  'gu',
);

function fractions(text: string): readonly NumberWord[] {
  if (!text.includes('분의')) return [];
  return matches(text, fraction).flatMap(({ 0: { length }, index, groups }) => {
    const [above, below] = [groups!.above!, groups!.below!].map(whole) as [bigint, bigint];
    const place = { kind: 'number', start: index, end: index + length } as const;
    return [ratio(above, below), ratio(above * 100n, below)].map((value) => ({ ...place, value }));
  });
}

function whole(word: string): bigint {
  return BigInt(/^\d/.test(word) ? word : readSino(word));
}

const days = '하루 이틀 사흘 나흘 닷새 엿새 이레 여드레 아흐레 열흘'.split(' ');

/** Korean words with a value. */
export const koreanLexicon: Lexicon = [
  [/첫|처음|최초|초대|유일|단일|혼자|홀로|각각|씩|매[년월일주]|해마다|연간|인당|명당/gu, 'number', '1'],
  [/상반기/gu, 'number', '1'],
  [/하반기|두어|격년/gu, 'number', '2'],
  [/첫날|초하루/gu, 'day', '1'],
  [/(?<=[\d한두세네] ?)주(?:간|일)?(?=[^가-힣]|[이에의를은는])/gu, 'number', '7', '14'],
  [/영하|영상|빙점|어는점|제로|영점/gu, 'number', '0'],
  [/(?<![가-힣])양(?=[측국쪽사자팀손당군]| )|쌍|갑절|곱절|이중|쌍둥이/gu, 'number', '2'],
  [/절반|(?<![가-힣])반(?=[ 으을이수])/gu, 'number', '0.5', '50'],
  [/반년/gu, 'number', '6'],
  [/반세기/gu, 'number', '50'],
  [/보름/gu, 'number', '15'],
  [/일주일/gu, 'number', '1', '7'],
  [/세기/gu, 'number', '100'],
  [/환갑|회갑/gu, 'number', '60'],
  [/고희|칠순/gu, 'number', '70'],
  [/팔순/gu, 'number', '80'],
  [/코로나/gu, 'number', '19'],
  [/정오/gu, 'time', '12:00'],
  [/정오/gu, 'number', '12'],
  [/자정/gu, 'time', '0:00'],
  [/자정/gu, 'number', '0', '24'],
  [/유월/gu, 'month', '6'],
  [/시월/gu, 'month', '10'],
  ...days.map((day, index) => [new RegExp(`(?<![가-힣])${day}`, 'gu'), 'number', String(index + 1)] as const),
];
