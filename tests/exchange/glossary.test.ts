import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type GlossaryFormat, glossaryWriters, readGlossaryFile } from '../../src/exchange/glossary/index.ts';
import { parseGlossary } from '../../src/glossary/load.ts';
import type { Glossary } from '../../src/model.ts';
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

  test('gives back any glossary', () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        const back = read(written({ entries }, format), path);
        expect(plain(back.entries.map(({ entry }) => entry))).toEqual(plain(entries));
      }),
      { seed: 30042, numRuns: 300 },
    );
  });
});
