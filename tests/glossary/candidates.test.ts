import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { nameCandidates } from '../../src/glossary/candidates/name-candidates.ts';
import { proposedEntries } from '../../src/glossary/candidates/proposed-entries.ts';
import { parseGlossary } from '../../src/glossary/load.ts';
import { expectLinear } from '../expect-linear.ts';

interface Row {
  readonly text: string;
  readonly found: readonly string[];
}

const rows: readonly Row[] = parse(readFileSync(new URL('candidates.yaml', import.meta.url), 'utf8')).rows;
const candidatesIn = (text: string) => nameCandidates(text.split(/(?<=[a-zü]\.) /u));

test.each(rows)('$text', ({ text, found }) => {
  const named = candidatesIn(text).map(({ kind, name, count }) => `${kind} ${name}${count > 1 ? ` ${count}` : ''}`);
  expect(named).toEqual(found);
});

test('forms and sentences are told', () => {
  expect(candidatesIn('Er reiste nach Kursk. Von Kursk fuhr er nach Kursk. Die Kursker Region schwieg.')).toEqual([
    { name: 'Kursk', kind: 'name', count: 4, forms: ['Kursk', 'Kursker'], sentences: [0, 1, 1, 2] },
  ]);
});

test('proposed entries are loaded, whatever the names', () => {
  const words = rows.flatMap(({ text }) => text.split(' '));
  const pieces = fc.oneof(
    fc.constantFrom(...words, 'Rußland', 'Russland', 'Null', 'Yes'),
    fc.string({ unit: 'grapheme' }),
  );
  fc.assert(
    fc.property(fc.array(pieces), (parts) => {
      const found = nameCandidates([parts.join(' ')]);
      const lines = proposedEntries(found, ['en', 'ko']);
      const { entries } = parseGlossary(`terms:\n${lines.join('\n')}\n`, 'glossary.yaml');
      expect(entries.map(({ term, status }) => [term, status])).toEqual(
        lines.map((line) => [line.slice(2, line.indexOf(': {')).normalize('NFC'), 'proposed']),
      );
    }),
    { seed: Number(process.env.SEED ?? 1), numRuns: 300 },
  );
});

test.each(['Kim ', 'Kim-', 'K', 'von ', 'Kim von ', '\uFFFCa ', 'die Kursker ', 'ä'])(
  'takes linear time on many %j',
  (piece) => {
    expectLinear((count) => nameCandidates([piece.repeat(count)]), 5_000);
  },
);
