import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { UserError } from '../../src/errors.ts';
import { csvLine, guardFormulas, unguardFormulas } from '../../src/exchange/glossary/cells.ts';
import { deeplRows, sizeOfRows, writeDeepLTsv } from '../../src/exchange/glossary/deepl-rows.ts';
import { type GlossaryFormat, glossaryWriters, readGlossaryFile } from '../../src/exchange/glossary/index.ts';
import { parseGlossary } from '../../src/glossary/load.ts';
import { fieldsOf } from '../../src/glossary/write/entry-fields.ts';
import type { Glossary } from '../../src/model.ts';
import { expectLinear } from '../expect-linear.ts';
import { anyEntries, plain } from './glossaries.ts';

const wanted = { source: 'de', targets: ['en', 'ko'] };
const newsroom = parseGlossary(readFileSync('glossary.yaml', 'utf8'), 'glossary.yaml');

const written = (glossary: Glossary, format: GlossaryFormat) => glossaryWriters[format](glossary, wanted);
const read = (text: string, path: string) => readGlossaryFile({ text, path }, wanted);

describe.each([
  ['tbx', 'names.tbx'],
  ['tbx-v2', 'names.tbx'],
  ['csv', 'names.csv'],
] as const)('%s', (format, path) => {
  test('gives back the glossary of this project', () => {
    const back = read(written(newsroom, format), path);
    expect(plain(back.entries.map(({ entry }) => entry))).toEqual(plain(newsroom.entries));
    expect([back.problems, back.notes]).toEqual([[], []]);
  });

  test('gives back any glossary, and then the same bytes', () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        const text = written({ entries }, format);
        const back = read(text, path).entries.map(({ entry }) => entry);
        expect(plain(back)).toEqual(plain(entries));
        expect(written({ entries: back }, format)).toBe(text);
      }),
      { seed: 30042, numRuns: 200 },
    );
  });
});

interface Row {
  readonly name: string;
  readonly path: string;
  readonly text: string;
  readonly targets?: readonly string[];
  readonly entries: Readonly<Record<string, unknown>>;
  readonly left?: Readonly<Record<'source' | 'targets', number>>;
  readonly columns?: string;
  /** `id line:column` */
  readonly problems?: readonly string[];
}

describe('glossaries of other tools', () => {
  const rows: readonly Row[] = parse(readFileSync('tests/exchange/glossary.yaml', 'utf8'));

  test.each(rows)('$name', ({ path, text, targets = wanted.targets, ...expected }) => {
    const file = readGlossaryFile({ text, path }, { source: 'de', targets });
    const entries = file.entries.map(({ entry }) => [entry.term, fieldsOf(entry)]);
    expect(Object.fromEntries(entries)).toEqual(expected.entries);
    expect(file.problems.map(({ message, place }) => `${message.id} ${place.line}:${place.column}`)).toEqual(
      expected.problems ?? [],
    );
    const noteOf = (id: string) => file.notes.find((note) => note.id === id)?.values;
    expect(noteOf('glossary.file.source')?.count ?? 0).toBe(expected.left?.source ?? 0);
    expect(noteOf('glossary.file.targets')?.count ?? 0).toBe(expected.left?.targets ?? 0);
    expect(noteOf('glossary.file.columns')?.columns).toBe(expected.columns);
  });

  test('places are those of the concept and of its terms', () => {
    const { path, text } = rows[0]!;
    const [first] = read(text, path).entries;
    expect([first?.entry.place, first?.places.en, first?.places.de]).toEqual([
      { file: path, line: 6, column: 5 },
      { file: path, line: 12, column: 9 },
      { file: path, line: 17, column: 9 },
    ]);
  });

  test.each([
    ['no XML', 'a.tbx', '<martif><text></martif>', 'bilingual.xml'],
    ['another XML', 'a.xml', '<resources/>', 'bilingual.root'],
    ['an entity of its own', 'a.tbx', '<!DOCTYPE martif [<!ENTITY x "y">]><martif>&x;</martif>', 'bilingual.entity'],
    ['another kind', 'a.docx', '', 'glossary.file.unknown'],
    ['a table without a term', 'a.csv', 'en,ko\nKursk,쿠르스크\n', 'glossary.file.header'],
    ['an open quotation mark', 'a.csv', 'term,en\n"Kursk,Kursk\n', 'bilingual.quote'],
    ['pairs in one of two languages', 'a.tsv', 'Kursk\tKursk\n', 'glossary.file.one'],
  ])('%s is refused with its place', (_, path, text, id) => {
    const refused = expect(() => read(text, path));
    refused.toThrow(UserError);
    refused.toThrow(
      expect.objectContaining({
        text: expect.objectContaining({ id }),
        place: expect.objectContaining({ file: path }),
      }),
    );
  });
});

test.each([
  ['notes', '<note>n</note>', ''],
  ['sections of a language', '', '<langSet xml:lang="de"><tig><term>a</term></tig></langSet>'],
  ['terms', '', '<langSet xml:lang="de">', '<tig><term>a</term></tig>', '</langSet>'],
  ['blanks', '', '<langSet xml:lang="de"><tig><term>a', ' \n ', 'b</term></tig></langSet>'],
])('TBX with very many %s takes linear time', (_, note, section, inner = '', end = '') => {
  expectLinear((count) => {
    const parts = inner === '' ? section.repeat(count) : section + inner.repeat(count) + end;
    const text = `<martif><text><body><termEntry>${note.repeat(count)}${parts}</termEntry></body></text></martif>`;
    return read(text, 'a.tbx');
  }, 5_000);
});

describe('TBX-Basic as it is written', () => {
  const glossary = parseGlossary(
    `terms:
      KCNA:
        variants: [Kcna]
        en: { preferred: KCNA, admitted: [North's agency], forbidden: [KCN < A] }
        ko: { preferred: KCNA, reading: 케이시엔에이, note: at first mention }
        definition: State news agency
        note: ours
        authority: AP & Co
        domain: [media, politics]
        match: { closed: true, except: [KCNAs] }
      GitHub: { keep: true, status: proposed }
      Stube: { en: parlour, status: deprecated }`,
    'glossary.yaml',
  );

  test('version 3', async () => {
    await expect(written(glossary, 'tbx')).toMatchFileSnapshot('written.tbx');
  });

  test('version 2 has the same under other names', () => {
    const names = [
      [/<tbx .*>/, '<martif type="TBX-Basic" xml:lang="de">'],
      [/<\/tbx>/, '</martif>'],
      [/tbxHeader/g, 'martifHeader'],
      [/conceptEntry/g, 'termEntry'],
      [/langSec/g, 'langSet'],
      [/termSec/g, 'tig'],
      [/(<term>KCNA<\/term>\n.*acronym.*\n.*)noun/, '$1properNoun'],
      [/(<term>(?:GitHub|Stube)<\/term>\n.*)noun/g, '$1properNoun'],
    ] as const;
    const second = names.reduce((text, [name, other]) => text.replace(name, other), written(glossary, 'tbx'));
    expect(written(glossary, 'tbx-v2')).toBe(second);
  });
});

describe('a cell', () => {
  const cell = fc.string({ unit: fc.constantFrom(...'\'=+-@;\t\r\n ,"a＝') });

  test('reads as it was, and never begins a formula, with commas or semicolons', () => {
    fc.assert(
      fc.property(cell, (text) => {
        const guarded = guardFormulas(text);
        expect(unguardFormulas(guarded)).toBe(text);
        expect(guarded).not.toMatch(/(?:^|;)[=+\-@\t\r＝＋－＠]/u);
      }),
      { seed: 4180 },
    );
  });

  test.each([
    ['=1+1', "'=1+1"],
    ["'=1", "''=1"],
    ['a,b', '"a,b"'],
    ['a;=b', '"a;\'=b"'],
    ['"a"', '"""a"""'],
    ['a\nb', '"a\nb"'],
    ["'n", "'n"],
  ])('%j is written %j', (text, line) => {
    expect(csvLine([text])).toBe(`${line}\r\n`);
  });
});

test('the size of rows for DeepL is that of their file', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const rows = new Map([[text, `${text} 쿠르스크`]]);
      expect(sizeOfRows({ rows })).toBe(Buffer.byteLength(writeDeepLTsv({ rows })));
    }),
    { seed: 10485760 },
  );
});

test('rows for DeepL: terms and variants, what is kept as it is, and what does not go is said', () => {
  const long = 'ü'.repeat(513);
  const glossary = parseGlossary(
    `terms:
      Kursk: { variants: [Koursk], en: { preferred: Kursk, admitted: [Kursk city], forbidden: [Kurks] } }
      GitHub: { keep: true }
      Führer: { en: "", status: proposed }
      Stube: { en: parlour, status: deprecated }
      ${long}: { en: long }
      constructor: { en: builder }`,
    'glossary.yaml',
  );
  const { rows, problems, untranslated } = deeplRows(glossary, 'en');
  expect([...rows]).toEqual([
    ['Kursk', 'Kursk'],
    ['Koursk', 'Kursk'],
    ['GitHub', 'GitHub'],
  ]);
  expect(untranslated).toEqual(['Führer']);
  expect(problems.map(({ message, place }) => `${message.id} ${place.line}`)).toEqual([
    'glossary.deepl.long 6',
    'glossary.deepl.word 7',
  ]);
  const [first] = glossary.entries;
  const twice = deeplRows({ entries: [first!, { ...first!, targets: {}, keep: true }] }, 'en');
  expect(twice.problems.map(({ message }) => message.id)).toEqual(['glossary.deepl.twice', 'glossary.deepl.twice']);
});
