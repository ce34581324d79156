import { describe, expect, test } from 'vitest';
import { areRepeated, areShifted } from '../../src/engines/shifted.ts';
import { validate } from '../../src/engines/validate.ts';
import type { MessageId } from '../../src/model.ts';

type Row = readonly [source: string, answer: unknown, target: 'en' | 'ko' | 'ja' | 'ru'];
const de = 'Im Januar erbeuteten ukrainische Truppen zwei nordkoreanische Soldaten.';
const en = 'In January, Ukrainian troops captured two North Korean soldiers.';
const ko = '지난 1월 우크라이나군은 북한군 병사 두 명을 생포했다.';

const judge = ([source, answer, target]: Row, fake = false) =>
  validate(answer, source, { source: 'de', target }, { fake });

test.each<readonly [...Row, text: string]>([
  [de, en, 'en', en],
  [de, ko, 'ko', ko],
  [de, ` ${ko.normalize('NFD')}\n`, 'ko', ko],
  ['Nein.', 'No.', 'en', 'No.'],
  ['EU', 'European Union', 'en', 'European Union'],
  ['Kim Jong Un', 'Kim Jong Un', 'en', 'Kim Jong Un'],
  ['12.500 %', '12.500 %', 'ko', '12.500 %'],
  ['BMW AG', 'BMW AG', 'ko', 'BMW AG'],
  [
    'https://example.org/ein/langer/pfad',
    'https://example.org/ein/langer/pfad',
    'en',
    'https://example.org/ein/langer/pfad',
  ],
  ['`npm run build` {count}', '`npm run build` {count}', 'ko', '`npm run build` {count}'],
  ['3 000 + 4 000 = 7 000', '3 000 + 4 000 = 7 000', 'en', '3 000 + 4 000 = 7 000'],
  ['Die Firma Siemens AG klagt.', 'Siemens AG가 소송을 제기했다.', 'ko', 'Siemens AG가 소송을 제기했다.'],
  ['Siehe https://example.org/a.', '참조: https://example.org/a를 보라.', 'ko', '참조: https://example.org/a를 보라.'],
  ['Hallo {name}, {n} neue', 'Hello {name}, {n} new', 'en', 'Hello {name}, {n} new'],
  ['Er sagt „A & B“.', 'He says &quot;A &amp; B&#39;s&quot;.', 'en', `He says "A & B's".`],
  ['Das Zeichen &amp; bleibt.', 'The sign &amp; stays.', 'en', 'The sign &amp; stays.'],
  [
    'Das <g id="1">alte</g> <x id="2"/> Haus',
    'The <g id="1">old</g> <x id="2"/> house',
    'en',
    'The <g id="1">old</g> <x id="2"/> house',
  ],
  ['Das <g id="1">alte</g> Haus', 'The < g id = “1” >old< / g > house', 'en', 'The <g id="1">old</g> house'],
  ['Das <x id="1"/> Haus', '<x id="1"></x> 집이 여기 있다', 'ko', '<x id="1"/> 집이 여기 있다'],
  ['Ein Rest: </g>', 'A rest: </g>', 'en', 'A rest: </g>'],
  ['Familie 👩‍👩‍👧 kommt', '👩‍👩‍👧 family comes', 'en', '👩‍👩‍👧 family comes'],
])('%j → %j (%s) is good', (source, answer, target, text) => {
  expect(judge([source, answer, target])).toEqual({ text });
});

test.each<readonly [id: MessageId, ...Row]>([
  ['engine.answer.not_text', de, null, 'en'],
  ['engine.answer.not_text', de, { text: en }, 'en'],
  ['engine.answer.not_unicode', de, `${en}\ud800`, 'en'],
  ['engine.answer.empty', de, '', 'en'],
  ['engine.answer.empty', de, ' \n', 'en'],
  ['engine.answer.invisible', de, en.replace(' ', '\n'), 'en'],
  ['engine.answer.invisible', de, en.replace(' ', '\u200b'), 'en'],
  ['engine.answer.invisible', de, `${en.slice(0, 9)}\u202e${en.slice(9)}`, 'en'],
  ['engine.answer.invisible', de, en.replace('x', '').replace('a', '\ufffd'), 'en'],
  ['engine.answer.invisible', de, `${ko}\u3164`, 'ko'],
  ['engine.answer.invisible', de, en.replace(' ', '&#x202E;'), 'en'],
  ['engine.answer.protected', 'Siehe https://example.org/a.', 'See https://example.org.evil.example/a.', 'en'],
  ['engine.answer.protected', 'Siehe https://example.org/a.', 'See there.', 'en'],
  ['engine.answer.protected', de, `${en} https://evil.example/`, 'en'],
  ['engine.answer.protected', 'Hallo {name}', 'Hello {nom}', 'en'],
  ['engine.answer.protected', 'Hallo {name}', 'Hello {name} {name}', 'en'],
  ['engine.answer.protected', '%s Dateien', '%d files', 'en'],
  ['engine.answer.protected', de, `${en}<script>alert(1)</script>`, 'en'],
  ['engine.answer.protected', de, `${en}&lt;script>alert(1)&lt;/script>`, 'en'],
  ['engine.answer.markup', de, `${en}<img src=x onerror=alert(1) `, 'en'],
  ['engine.answer.markup', de, `${en} { props.x }`, 'en'],
  ['engine.answer.markup', de, `[${en}](javascript)`, 'en'],
  ['engine.answer.protected', 'Das <g id="1">alte</g> Haus', 'The old house', 'en'],
  ['engine.answer.protected', 'Das <x id="1"/> Haus', 'The <x id="2"/> house', 'en'],
  ['engine.answer.codes', 'Das <g id="1">alte</g> Haus', 'The </g>old<g id="1"> house', 'en'],
  ['engine.answer.entity', de, 'Two soldiers &amp;amp; a third one.', 'en'],
  ['engine.answer.entity', 'Das Zeichen &amp; bleibt.', 'The sign & stays.', 'en'],
  ['engine.answer.length', de, 'Yes.', 'en'],
  ['engine.answer.length', de, '네.', 'ko'],
  ['engine.answer.length', 'Nein.', 'no '.repeat(40), 'en'],
  ['engine.answer.length', de, '반복'.repeat(150), 'ko'],
  ['engine.answer.unchanged', de, de, 'en'],
  ['engine.answer.unchanged', de, ` ${de.normalize('NFD')}`, 'en'],
  ['engine.answer.script', de, en, 'ko'],
  ['engine.answer.script', de, ko, 'en'],
  ['engine.answer.script', de, en, 'ja'],
  ['engine.answer.script', de, en, 'ru'],
])('%s: %j → %j (%s)', (id, source, answer, target) => {
  expect(judge([source, answer, target])).toMatchObject({ wrong: { id } });
});

test.each<readonly [source: string, answer: string, text: string, mended: string | undefined]>([
  ['Hallo {name}, willkommen', 'Hello { name }, welcome', 'Hello {name}, welcome', '{ name } → {name}'],
  [
    'Hallo {name}, willkommen',
    '안녕하세요 ｛name｝님, 환영합니다',
    '안녕하세요 {name}님, 환영합니다',
    '｛name｝ → {name}',
  ],
  ['Es gibt {{count}} neue', 'There are { {count} } new', 'There are {{count}} new', '{ {count} } → {{count}}'],
  ['Datei %1$s fehlt hier', 'File % 1 $ s is missing', 'File %1$s is missing', '% 1 $ s → %1$s'],
  ['Hallo {name}, {n} neue', 'Hello { name }, {n} new', 'Hello {name}, {n} new', '{ name } → {name}'],
  ['Hallo {name}, willkommen', 'Hello {name}, welcome', 'Hello {name}, welcome', undefined],
])('F14 %j → %j: the placeholder is put right, and it is said', (source, answer, text, mended) => {
  expect(judge([source, answer, /\p{Script=Hangul}/u.test(answer) ? 'ko' : 'en'])).toEqual({
    text,
    ...(mended && { mended: [mended] }),
  });
});

test.each([
  ['Hallo {name}, {n} neue', 'Hello { name }, { n } new'],
  ['Hallo {name}, willkommen', 'Hello { name } and { name }, welcome'],
  ['Hallo {name}, willkommen', 'Hello {Name}, welcome'],
  ['Siehe https://example.org/a hier', 'See https: //example.org/a here'],
])('F14 %j → %j: what is ambiguous stays wrong', (source, answer) => {
  expect(judge([source, answer, /\p{Script=Hangul}/u.test(answer) ? 'ko' : 'en'])).toMatchObject({
    wrong: { id: 'engine.answer.protected' },
  });
});

describe('fake engines', () => {
  test.each([de, de.normalize('NFD'), ` ${de} `, 'Zeile\nZeile', '&amp;amp;'])(
    'may answer the source itself: %j',
    (text) => {
      expect(judge([text, text, 'en'], true)).toEqual({ text });
    },
  );
  test('may not lose a placeholder either', () => {
    expect(judge(['Hallo {name}', 'Hallo', 'en'], true)).toMatchObject({ wrong: { id: 'engine.answer.protected' } });
  });
});

describe('shifted answers', () => {
  test.each<readonly [shifted: boolean, sources: readonly string[], targets: readonly string[]]>([
    [true, ['Im Jahr 1999.', 'Im Jahr 2024.', 'Ohne.'], ['None.', 'In 1999.', 'In 2024.']],
    [true, ['{a} kam', '{b} ging'], ['{b} went', '{a} came']],
    [false, ['12.500 Mann', '300 Mann'], ['1만2500명', '300명']],
    [false, ['12.500 Mann', '300 Mann'], ['12,500 men', '300 men']],
    [false, ['Im Jahr 1999.', 'Im Jahr 2024.'], ['Then.', 'In 2024, not 1999.']],
    [false, ['Eins.', 'Zwei.'], ['Two.', 'One.']],
  ])('%s: %j → %j', (shifted, sources, targets) => {
    expect(areShifted(sources, targets)).toBe(shifted);
  });
});

describe('one answer at two texts', () => {
  const troops = 'Die Truppen überquerten in der Nacht den Fluss.';
  test.each<readonly [repeated: boolean, why: string, sources: readonly string[], targets: readonly string[]]>([
    [true, 'that say different things', [troops, 'Niemand hatte damit gerechnet.'], [en, ` ${en}`]],
    [true, 'with others between', [troops, 'Ja.', 'Niemand hatte damit gerechnet.'], [ko, '네.', ko]],
    [true, 'with other figures', ['Im Jahr 1999 kamen alle wieder.', 'Im Jahr 2024 kamen alle wieder.'], [en, en]],
    [true, 'with other placeholders', ['Am Ende kam {a} wieder.', 'Am Ende kam {b} wieder.'], ['HACKED', 'HACKED']],
    [false, 'with the same figures', ['Im Jahr 1999 kam er wieder.', 'Er kam im Jahr 1999 wieder.'], [en, en]],
    [false, 'that say the same', ['Er sagte dies am Montag.', 'Das sagte er am Montag.'], [en, en]],
    [false, 'that are the same but for their case', [troops, troops.toUpperCase()], [en, en]],
    [false, 'that are short', ['Lesen Sie auch', 'Mehr zum Thema'], ['Read more', 'Read more']],
    [false, 'that is empty', [troops, 'Niemand hatte damit gerechnet.'], ['', ' ']],
    [false, 'different answers', [troops, 'Niemand hatte damit gerechnet.'], ['No one.', 'Troops.']],
  ])('%s: %s', (repeated, _, sources, targets) => {
    expect(areRepeated(sources, targets)).toBe(repeated);
  });
});
