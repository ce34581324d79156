import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { UserError } from '../../src/errors.ts';
import { isBilingual, readBilingual } from '../../src/exchange/index.ts';
import { expectLinear } from '../expect-linear.ts';

const languages = z.strictObject({ source: z.string().optional(), target: z.string().optional() });
const segment = z.looseObject({ id: z.string(), source: z.string(), target: z.string() });
const row = z.strictObject({
  what: z.string(),
  file: z.string(),
  text: z.string(),
  wanted: languages.default({}),
  segments: z.array(segment).default([]),
  problems: z.array(z.unknown()).default([]),
  error: z.object({ id: z.string() }).loose().optional(),
});
const rows = z.array(row).parse(parse(readFileSync(new URL('readers.yaml', import.meta.url), 'utf8')));

describe('readers', () => {
  test.each(rows.filter(({ error }) => error === undefined))('$what', ({ file, text, wanted, segments, problems }) => {
    const read = readBilingual({ path: file, text }, wanted);
    expect(read.segments).toMatchObject(segments);
    expect(read.segments).toHaveLength(segments.length);
    expect(read.problems).toEqual(problems);
  });

  test.each(rows.filter(({ error }) => error !== undefined))('refuse $what', ({ file, text, wanted, error }) => {
    const thrown = errorOf(() => readBilingual({ path: file, text }, wanted));
    const { line, column } = thrown.place;
    expect({ id: thrown.text.id, ...(line && { line, column }) }).toEqual(error);
    expect(thrown.place.file).toBe(file);
  });

  test('refuse what nests deeper than any tool writes', () => {
    const text = `<xliff version="1.2"><file>${'<group>'.repeat(100_000)}`;
    expect(errorOf(() => readBilingual({ path: 'a.xlf', text }, {})).text.id).toBe('bilingual.nested');
  });

  test.each([
    ['a.xlf', true],
    ['A.XLIFF', true],
    ['b/a.sdlxliff', true],
    ['a.tmx', true],
    ['a.po', true],
    ['a.pot', false],
    ['a.tsv', true],
    ['a.csv', true],
    ['a.tbx', false],
    ['xlf', false],
  ])('know %s: %s', (path, expected) => expect(isBilingual(path)).toBe(expected));
});

describe('a literal target', () => {
  const text = fc.array(fc.constantFrom('a', 'Ä', '평', '😀', ' ', '&', '<', '"', '\t', '\n', '\r\n', ',', ';', '\\'));
  const files: Readonly<Record<string, (target: string) => string>> = {
    'a.xlf': (target) =>
      `<xliff version="1.2">\r\n<file source-language="de" target-language="en"><trans-unit id="1"><source>x</source>\r\n<target>${xml(target)}</target></trans-unit></file></xliff>`,
    'a.tmx': (target) =>
      `<tmx><header srclang="de"/><tu><tuv xml:lang="de"><seg>x</seg></tuv>\n<tuv xml:lang="en"><seg xml:space="preserve">${xml(target)}</seg></tuv></tu></tmx>`,
    'a.po': (target) => `msgid "x"\nmsgstr "${target.replace(/["\\]/g, '\\$&').replace(/\r?\n/g, '\\n')}"\n`,
    'a.csv': (target) => `x,"${target.replaceAll('"', '""')}",1`,
    'a.tsv': (target) => `x\t${target.replace(/[\t\r\n]/g, ' ')}\t1`,
  };

  test.each(Object.keys(files))('stands where its place says: %s', (path) => {
    fc.assert(
      fc.property(text, (signs) => {
        const file = files[path]!(signs.join(''));
        const [found] = readBilingual({ path, text: file }, { source: 'de', target: 'en' }).segments;
        if (found?.isLiteral) {
          const line = file.split(/\r\n|\r|\n/)[found.place.line - 1] ?? '';
          expect(line.slice(found.place.column - 1, found.place.column - 1 + found.target.length)).toBe(found.target);
        }
        const isPlain = /^[^\s&<"\\](?:[^\t\r\n&<"\\]*[^\s&<"\\])?$/u.test(signs.join(''));
        if (isPlain) expect(found?.isLiteral).toBe(true);
      }),
      { seed: 20261126, numRuns: 300 },
    );
  });
});

describe('linear time', () => {
  const unit = '<trans-unit id="1"><source>Ja &amp; <x id="1"/></source><target>Yes</target></trans-unit>';
  const xliff = (inner: string) =>
    `<xliff version="1.2"><file source-language="de" target-language="en">${inner}</file></xliff>`;
  const inSource = (inner: string) => xliff(`<trans-unit id="1"><source>${inner}</source></trans-unit>`);
  const hostile: readonly (readonly [what: string, path: string, make: (count: number) => string])[] = [
    ['units', 'a.xlf', (count) => xliff(unit.repeat(count))],
    ['blanks', 'a.xlf', (count) => inSource(' '.repeat(count * 20))],
    ['codes', 'a.xlf', (count) => inSource('<x id="1"/>a'.repeat(count))],
    ['entities', 'a.xlf', (count) => inSource('&amp;'.repeat(count))],
    [
      'attributes',
      'a.xlf',
      (count) => inSource(`<x ${Array.from({ length: count }, (_, at) => `a${at}="1"`).join(' ')}/>`),
    ],
    [
      'variants',
      'a.tmx',
      (count) => `<tmx><header srclang="de"/><tu>${'<tuv xml:lang="en"><seg>Ja</seg></tuv>'.repeat(count)}</tu></tmx>`,
    ],
    ['marks of tables', 'a.csv', (count) => `"${'""'.repeat(count * 10)}",x`],
    ['open marks', 'a.tsv', (count) => `"a\t""`.repeat(count)],
    ['columns', 'a.csv', (count) => 'de,'.repeat(count)],
    ['lines', 'a.tsv', (count) => '\r\n'.repeat(count * 5)],
  ];
  test.each(hostile)('of many %s', (_, path, make) => {
    expectLinear((count) => readBilingual({ path, text: make(count) }, { source: 'de', target: 'en' }), 2_500);
  });
});

function xml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function errorOf(run: () => unknown): UserError {
  try {
    run();
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}
