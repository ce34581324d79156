import { execFileSync, spawnSync } from 'node:child_process';
import fc from 'fast-check';
// @ts-expect-error it has no types
import { po as gettext } from 'gettext-parser';
import { describe, expect, test } from 'vitest';
import { pluralFormsOf } from '../../src/formats/po/plural-forms.ts';
import { po } from '../../src/formats/po.ts';
import type { Document, Language } from '../../src/model.ts';
import { engineText, fromEngine } from '../../src/pipeline/codes.ts';
import { segmentDocument } from '../../src/pipeline/index.ts';
import { localiseDocument } from '../../src/pipeline/segment.ts';
import { defaults, type Settings } from '../../src/settings.ts';
import { cpuTime } from '../cpu-time.ts';
import { hostileTargets } from './hostile-targets.ts';
import { expectKeptBytes } from './kept-bytes.ts';
import { translated } from './translated.ts';

const settings: Settings = { ...defaults, targets: [] };

const documentOf = (text: string): Document => segmentDocument({ path: 'de.po', text }, po, settings);

const localised = (text: string, target: Language): Document => localiseDocument(documentOf(text), target, settings);

const header = (...fields: readonly string[]) =>
  `msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n${fields.map((field) => `"${field}\\n"\n`).join('')}\n`;

/** What another reader finds: contexts, texts, comments and targets. */
function entriesOf(text: string): readonly (readonly string[])[] {
  const { translations } = gettext.parse(Buffer.from(text)) as Gettext;
  return Object.values(translations).flatMap((context) =>
    Object.values(context).map(({ msgctxt = '', msgid, msgid_plural = '', msgstr }) => [
      msgctxt,
      msgid,
      msgid_plural,
      ...msgstr,
    ]),
  );
}

interface Gettext {
  readonly translations: Record<
    string,
    Record<string, { msgctxt?: string; msgid: string; msgid_plural?: string; msgstr: string[] }>
  >;
}

/** All but the targets. */
const shapeOf = (text: string) => entriesOf(text).map((entry) => [...entry.slice(0, 3), entry.length]);

const hasMsgfmt = spawnSync('msgfmt', ['--version']).status === 0;

function msgfmtAccepts(text: string): boolean {
  return spawnSync('msgfmt', ['-o', '/dev/null', '-'], { input: text }).status === 0;
}

describe('what msgfmt refuses is refused, with its place', () => {
  const cases: readonly (readonly [string, string, number])[] = [
    ['msgid "a"', 'format.po.end', 9],
    ['msgid "a\nmsgstr "b"', 'format.po.line_end', 8],
    ['msgid "a', 'format.po.end', 8],
    ['msgid "a\\q"\nmsgstr ""', 'format.po.escape', 8],
    ['msgstr "a"', 'format.po.sign', 0],
    ['msgid "a"\nmsgstr "b"\nmsgstr "c"', 'format.po.sign', 21],
    ['msgid "a"\nmsgid_plural "b"\nmsgstr "c"', 'format.po.sign', 34],
    ['msgid "a"\nmsgid_plural "b"\nmsgstr[1] "c"', 'format.po.sign', 33],
    ['msgid "a"\nmsgstr[0] "c"', 'format.po.sign', 16],
    ['msgid "a"\nmsgctxt "b"\nmsgstr "c"', 'format.po.sign', 10],
    ['msgid "a"\nmsgstr ""\n# x\n"c"', 'format.po.sign', 24],
    ['msgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr "c"', 'format.po.twice', 28],
    ['Wort', 'format.po.sign', 0],
  ];

  test.each(cases)('%j', (text, id, offset) => {
    const { units, refusal } = po.parse(text, {});
    expect({ units, id: refusal?.message.id, offset: refusal?.offset }).toEqual({ units: [], id, offset });
    if (hasMsgfmt) expect(msgfmtAccepts(text)).toBe(false);
  });

  test.each([
    '',
    '# nur ein Kommentar',
    'msgid"a"msgstr"b" msgid "c" msgstr "d" "e"',
    'domain "x"\nmsgid "a"\nmsgstr "b"',
  ])('%j is read', (text) => {
    expect(po.parse(text, {}).refusal).toBeUndefined();
    if (hasMsgfmt) expect(msgfmtAccepts(text)).toBe(true);
  });
});

describe('other languages need', () => {
  test.each<[string, Language, string, string]>([
    ['the German text', 'ko', 'msgid "Wort"\nmsgstr ""\n', 'msgid "Wort"\nmsgstr "Wort"\n'],
    ['its strings', 'ko', 'msgid ""\n"a\\n"\n"b"\nmsgstr ""\n', 'msgid ""\n"a\\n"\n"b"\nmsgstr ""\n"a\\n"\n"b"\n'],
    ['nothing where there is one', 'ko', 'msgid "word"\nmsgstr "Wort"\n', 'msgid "word"\nmsgstr "Wort"\n'],
    ['nothing in Austria', 'de-AT', '#, fuzzy\nmsgid "Wort"\nmsgstr ""\n', '#, fuzzy\nmsgid "Wort"\nmsgstr ""\n'],
    ['no doubt', 'ko', '#, fuzzy\r\nmsgid "a"\r\nmsgstr "b"', 'msgid "a"\r\nmsgstr "b"'],
    ['other flags', 'ko', '#, c-format, fuzzy\nmsgid "a"\nmsgstr "b"', '#, c-format\nmsgid "a"\nmsgstr "b"'],
    ['other flags', 'ko', '#, fuzzy, c-format\nmsgid "a"\nmsgstr "b"', '#, c-format\nmsgid "a"\nmsgstr "b"'],
    [
      'their own header',
      'pt-BR',
      header('Language: de', 'Plural-Forms: nplurals=2; plural=(n"\n" != 1);'),
      header('Language: pt_BR', 'Plural-Forms: nplurals=2; plural=(n > 1);'),
    ],
    [
      'one form in Korean',
      'ko',
      `${header('Plural-Forms: x')}msgid "a"\nmsgid_plural "b"\nmsgstr[0] "Tag"\nmsgstr[1] "Tage"\n`,
      `${header('Plural-Forms: nplurals=1; plural=0;')}msgid "a"\nmsgid_plural "b"\nmsgstr[0] "Tage"\n`,
    ],
    [
      'three forms in Polish',
      'pl',
      `${header('Plural-Forms: x')}msgid "Tag"\nmsgid_plural "Tage"\nmsgstr[0] ""\n  msgstr[1] ""\n`,
      `${header(`Plural-Forms: ${pluralFormsOf('pl')?.field}`)}msgid "Tag"\nmsgid_plural "Tage"\nmsgstr[0] "Tag"\n  msgstr[1] "Tage"\n  msgstr[2] "Tage"\n`,
    ],
    [
      'as many forms as there are, where no header says how many',
      'ko',
      'msgid "Tag"\nmsgid_plural "Tage"\nmsgstr[0] ""\nmsgstr[1] ""\n',
      'msgid "Tag"\nmsgid_plural "Tage"\nmsgstr[0] "Tag"\nmsgstr[1] "Tage"\n',
    ],
  ])('%s (%s): %j', (_, language, text, expected) => {
    expect(localised(text, language).text).toBe(expected);
  });

  /** The partition of the numbers by gettext's formula is that of CLDR's categories. */
  test.each('ko en fr ru pl cs ro lt sl ar pt hr de it hi zh'.split(' '))('plural forms of %s', (language) => {
    const forms = pluralFormsOf(language)!;
    const plural = /plural=(.*);$/.exec(forms.field)?.[1] ?? '';
    const formOf = (n: number) => Number(new Function('n', `return ${plural}`)(n));
    const rules = new Intl.PluralRules(language);
    const pairs = new Set(Array.from({ length: 1000 }, (_, n) => `${formOf(n)} ${rules.select(n)}`));
    expect(pairs.size).toBe(new Set(Array.from({ length: 1000 }, (_, n) => formOf(n))).size);
    expect(pairs.size).toBe(forms.count);
    if (forms.one !== undefined) expect(formOf(1)).toBe(forms.one);
  });
});

const pieces = fc.constantFrom(
  'Der ',
  'Hund',
  '. ',
  ' ',
  '  ',
  '3',
  '강아지',
  '😀',
  '\\"',
  '\\\\',
  '\\n',
  '\\t',
  '\\a',
  '\\101',
  '\\x41',
  '\\303\\244',
  '\\r\\n',
  '"\n"',
  ' "\n"',
  '"\r\n  " ',
  '"\n""\n"',
  '" "',
  '%',
  '%%',
  '%d',
  '%(x)s',
  '{x}',
  '<b>',
  '</b>',
  '\u00A0',
  "'",
  '#',
  '~',
);

const quoted = fc.array(pieces, { maxLength: 10 }).map((all) => `"${all.join('')}"`);

const flags = fc.constantFrom(
  '',
  '#, fuzzy\n',
  '#, c-format\n',
  '# x\n#. "y"\n#: z:1\n#, python-format, fuzzy\n#| msgid "alt"\n',
);

const entries = fc.oneof(
  fc.tuple(flags, quoted, quoted).map(([flag, id, target]) => ({ flag, id, rest: `msgstr ${target}` })),
  fc.tuple(flags, quoted, quoted, quoted).map(([flag, id, one, other]) => ({
    flag,
    id,
    rest: `msgid_plural ${id}\nmsgstr[0] ${one}\r\nmsgstr[1] ${other}`,
  })),
  fc.constant({ flag: '', id: '"leer"', rest: 'msgstr ""' }),
);

const files = fc
  .array(entries, { maxLength: 4 })
  .map(
    (all) =>
      header('Language: de', 'Plural-Forms: nplurals=2; plural=n != 1;') +
      all.map(({ flag, id, rest }, at) => `${flag}msgctxt "${at}"\nmsgid ${id}\n${rest}\n`).join('\n') +
      '#~ msgid "alt"\n#~ msgstr "alt"',
  );

describe('laws on generated documents', () => {
  test('what is not translated keeps its bytes', () => {
    fc.assert(
      fc.property(files, (text) => expectKeptBytes(documentOf(text))),
      { seed: 1, numRuns: 300 },
    );
  });

  test('whatever is written stays in its place', () => {
    const answers = fc.array(fc.oneof(pieces, fc.constantFrom('"', '\\', '\n', '" "')), { maxLength: 8 });
    fc.assert(
      fc.property(files, answers, fc.constantFrom('ko', 'en', 'pl'), (text, answer, language) => {
        const document = localised(text, language);
        expect(document.refusal).toBeUndefined();
        const written = translated(document, () => answer.join(''));
        expect(shapeOf(written)).toEqual(shapeOf(document.text));
        expect(shapeOf(written).map((entry) => entry.slice(0, 3))).toEqual(
          shapeOf(text).map((entry) => entry.slice(0, 3)),
        );
      }),
      { seed: 2, numRuns: 300 },
    );
  });

  test.runIf(hasMsgfmt)('msgfmt takes what is written', () => {
    fc.assert(
      fc.property(files, fc.constantFrom('ko', 'en', 'pl'), (text, language) => {
        const document = localised(text, language);
        const written = translated(document, ({ text: source }) => `[${source}]`);
        if (msgfmtAccepts(document.text))
          expect(() => execFileSync('msgfmt', ['-o', '/dev/null', '-'], { input: written })).not.toThrow();
      }),
      { seed: 3, numRuns: 25 },
    );
  });
});

test.each(hostileTargets)('a target is read as it was meant: %s', (target) => {
  const text = `${header()}msgid "Wort"\nmsgstr ""\n"Ein "\n"Wort"\n`;
  const written = translated(documentOf(text), () => target);
  const line = target.replace(/\s*[\r\n]\s*/g, ' ');
  // gettext-parser knows no octal escapes.
  const read = String(entriesOf(written).at(-1)?.at(3)).replace(/(?<!\\)0(0[17])/g, (_, digits) =>
    String.fromCharCode(Number(digits)),
  );
  expect(read).toBe(line);
});

describe('placeholders by flag', () => {
  test.each([
    ['#, c-format', '%d von %s, 100 %% am %-5.2f', '<x id="1"/> von <x id="2"/>, 100 % am <x id="3"/>'],
    ['#, python-format', '%(name)s hat %(n)d', '<x id="1"/> hat <x id="2"/>'],
    ['#, python-brace-format', '{name} hat {0:>5} {}', '<x id="1"/> hat <x id="2"/> <x id="3"/>'],
    ['#, qt-format', '%1 von %L2, %n', '<x id="1"/> von <x id="2"/>, <x id="3"/>'],
    ['#, sh-format', '$name hat $n', '<x id="1"/> hat <x id="2"/>'],
    ['#, no-c-format', '50 % des', '50 % des'],
    ['# kein', '50 % des, 20%ige, %s', '50 % des, 20%ige, <x id="1"/>'],
  ])('%s: %s', (flag, text, expected) => {
    const document = documentOf(`${flag}\nmsgid "a"\nmsgstr "${text}"`);
    expect(document.segments.map((segment) => engineText(segment, document)).join(' ')).toBe(expected);
  });

  test('a per cent sign in a target of printf is one', () => {
    const document = documentOf('#, c-format\nmsgid "a"\nmsgstr "%d Tage"');
    const [segment] = document.segments;
    expect(fromEngine('100 % of <x id="1"/> days', segment!, document)).toBe('100 %% of %d days');
  });
});

test('keys tell entries apart, however long their texts are', () => {
  const long = 'Wort '.repeat(50);
  const text = ['', '2'].map((end) => `msgid "${long}${end}"\nmsgstr "a"\n`).join('\n');
  const keys = documentOf(`${text}\nmsgctxt "c"\nmsgid "${long}"\nmsgstr "a"\n`).units.map(({ key = '' }) => key);
  expect(new Set(keys).size).toBe(3);
  expect(Math.max(...keys.map((key) => key.length))).toBeLessThan(100);
});

test('reads in linear time', () => {
  const long = 60_000;
  const inText = ['\\n', ' ', '"\n"', ' "\n"', '\\"', '%', '%(', '{', '<a ', "'", '\\101', 'a"\n"'];
  const texts = [
    ...inText.map((piece) => `#, c-format\nmsgid "a"\nmsgstr "Wort ${piece.repeat(long / piece.length)}"`),
    '#'.repeat(long),
    '#,\n'.repeat(long / 3),
    'msgid '.repeat(long / 6),
    Array.from({ length: long / 30 }, (_, at) => `msgid "a${at}"\nmsgstr "b"\n`).join(''),
    `#, ${'fuzzy, '.repeat(long / 7)}\nmsgid "a"\nmsgstr "b"`,
    `msgid ""\nmsgstr "${'Language: '.repeat(long / 10)}"`,
  ];
  for (const text of texts) {
    const time = cpuTime(() => translated(localised(text, 'ko'), ({ text: source }) => `${source}x`));
    expect(time, text.slice(0, 60)).toBeLessThan(6000);
  }
});
