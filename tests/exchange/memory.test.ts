import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { UserError } from '../../src/errors.ts';
import {
  type InlineText,
  isWritable,
  type MemoryUnit,
  readTmx,
  textOf,
  writeTmx,
} from '../../src/exchange/memory/index.ts';
import { unitOf } from '../../src/pipeline/remembered.ts';
import { expectLinear } from '../expect-linear.ts';

const languages = { source: 'de', target: 'en' };
const row = z.strictObject({
  what: z.string(),
  text: z.string(),
  pairs: z.array(z.tuple([z.string(), z.string()])).default([]),
  refused: z.array(z.tuple([z.number(), z.string()])).default([]),
  error: z.strictObject({ id: z.string(), line: z.number() }).optional(),
});
const rows = z.array(row).parse(parse(readFileSync(new URL('memory.yaml', import.meta.url), 'utf8')));

const read = (text: string) => readTmx({ path: 'a.tmx', text }, languages);
const write = (units: Iterable<MemoryUnit>) => [...writeTmx(units, 'de')].join('');

function errorOf(work: () => unknown): UserError {
  try {
    work();
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('a TMX file gives', () => {
  test.each(rows.filter(({ error }) => error === undefined))('$what', ({ text, pairs, refused }) => {
    const { units, refused: left } = read(text);
    expect(units.map(({ source, target }) => [textOf(source), textOf(target)])).toEqual(pairs);
    expect(left.map(({ line, why }) => [line, why.id])).toEqual(refused);
    const written = write(units);
    expect(write(read(written).units)).toBe(written);
  });

  test.each(rows.filter(({ error }) => error !== undefined))('nothing where it has $what', ({ text, error }) => {
    const { text: message, place } = errorOf(() => read(text));
    expect({ id: message.id, line: place.line }).toEqual(error);
    expect(place.file).toBe('a.tmx');
  });
});

describe('written', () => {
  test('with the codes of the format, in pairs that other tools can move', () => {
    const pair = { language: 'en', document: 'source-de/a.md', state: 'reviewed', place: {} } as const;
    const source = 'Ein **fetter** [Link](x.md), `Code` und <br> Ende \\*.';
    const target = '`Code`, a [link](x.md), **bold** and ![new](y.png) the end \\*.';
    expect(write([unitOf({ ...pair, source, target })])).toMatchSnapshot();
  });

  test('in pieces, which are the whole', () => {
    const unit: MemoryUnit = { source: ['Ja'.repeat(500)], target: ['Yes'], language: 'en' };
    const pieces = [
      ...writeTmx(
        Array.from({ length: 1_000 }, () => unit),
        'de',
      ),
    ];
    expect(pieces.length).toBeGreaterThan(10);
    expect(read(pieces.join('')).units).toHaveLength(1_000);
  });

  const sign = fc.constantFrom(
    'a',
    'ß',
    '평양',
    '😀',
    ' ',
    '  ',
    '\n',
    '\r',
    '\r\n',
    '\t',
    '&',
    '<',
    '>',
    '"',
    "'",
    ']]>',
    '**',
    '&#13;',
  );
  const code = fc.record({
    kind: fc.constantFrom('open', 'close', 'alone'),
    content: fc.constantFrom('<b>', '</b>', '**', '`a & b`', '{x}', ''),
    pair: fc.constantFrom('1', '2', undefined),
  });
  const inline: fc.Arbitrary<InlineText> = fc.array(fc.oneof(sign, code), { minLength: 1, maxLength: 12 });
  const isText = (text: InlineText) => textOf(text).trim() !== '';

  test('and read again each text is the same, and so is the file', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(inline, inline), { maxLength: 4 }), fc.boolean(), (pairs, isParagraph) => {
        const units = pairs
          .filter(([source, target]) => isText(source) && isText(target))
          .map(
            ([source, target]): MemoryUnit => ({
              source,
              target,
              isParagraph,
              language: 'en',
              document: 'ä & <b>.md',
              state: 'final',
            }),
          );
        const written = write(units);
        const again = read(written);
        const shown = (all: readonly MemoryUnit[]) =>
          all.map(({ source, target, document, state }) => [textOf(source), textOf(target), document, state]);
        expect(shown(again.units)).toEqual(shown(units));
        expect(again.units.every((unit) => unit.isParagraph === isParagraph)).toBe(true);
        expect(write(again.units)).toBe(written);
      }),
      { seed: 20261126, numRuns: 500 },
    );
  });

  test.each([
    ['a\tb\n\r', true],
    ['\u0085평양😀', true],
    ['\u0000', false],
    ['\u001b[31m', false],
    ['\ud83d', false],
    ['\ude00\ud83d', false],
    ['\uffff', false],
  ])('is %j: %s', (text, expected) => expect(isWritable(text)).toBe(expected));
});

describe('hostile files', () => {
  const unit = (source: string, target: string) =>
    `<tu><tuv xml:lang="de"><seg>${source}</seg></tuv><tuv xml:lang="en"><seg>${target}</seg></tuv></tu>`;
  const file = (inner: string) => `<tmx><header/><body>${inner}</body></tmx>`;
  const hostile: readonly (readonly [string, (count: number) => string])[] = [
    ['units', (count) => file(unit('Ja', 'Yes').repeat(count))],
    ['lines', (count) => file('\n'.repeat(count * 50) + unit('Ja', 'Yes').repeat(count))],
    [
      'variants',
      (count) =>
        file(
          `<tu>${'<tuv xml:lang="de"><seg>Ja</seg></tuv><tuv xml:lang="en"><seg>Yes</seg></tuv>'.repeat(count)}</tu>`,
        ),
    ],
    ['blanks', (count) => file(unit(`a${' '.repeat(count * 50)}b`, `${' \n'.repeat(count * 20)}a`))],
    ['codes', (count) => file(unit('<bpt i="1">&lt;b&gt;</bpt>a<ept i="1">&lt;/b&gt;</ept>'.repeat(count), 'Yes'))],
    ['codes that go', (count) => file(unit(' <ph/> '.repeat(count), 'Yes'))],
    ['braces', (count) => file(unit(`<ph>{${'a:'.repeat(count * 20)}</ph>`, `<ph>%${'0'.repeat(count * 20)}</ph>`))],
    ['signs of tags', (count) => file(unit(`<ph>&lt;a ${' '.repeat(count * 20)}</ph>`, 'Yes'))],
    ['props', (count) => file(`<tu>${'<prop type="a">b</prop>'.repeat(count)}</tu>`)],
  ];
  test.each(hostile)('of many %s take linear time', (_, make) => {
    expectLinear((count) => write(read(make(count)).units), 2_000);
  });

  test('are refused where they nest deeper than any tool writes', () => {
    const text = `<tmx><header/><body><tu><tuv xml:lang="de"><seg>${'<hi>'.repeat(100_000)}`;
    expect(errorOf(() => read(text)).text).toEqual({ id: 'bilingual.nested', values: { most: 256 } });
  });

  test('are refused where they have more units than a memory', () => {
    expect(errorOf(() => read(file('<tu/>'.repeat(1_000_001)))).text.id).toBe('memory.units');
  }, 60_000);
});
