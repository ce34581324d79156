import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { readDecisions } from '../../src/exchange/decisions.ts';

const seen = { source: 'Ja.', target: 'Yes.' };
const decision = { file: 'translations/en/a.txt.review.yaml', id: 'source-de/a.txt#5c932df4@en', seen };
const written = (...decisions: readonly unknown[]) => JSON.stringify({ wordferry: 'decisions/1', decisions });

function refusalOf(json: string): unknown {
  try {
    readDecisions(json, 'd.json');
  } catch (error) {
    if (error instanceof UserError) return { ...error.text, place: error.place };
    throw error;
  }
  return undefined;
}

test('what the report writes is read as it stands', () => {
  const all = [
    { ...decision, accept: true },
    { ...decision, target: 'Aye.\n', note: 'So sagt man.' },
  ];
  expect(readDecisions(written(...all), 'd.json')).toEqual(all);
  expect(readDecisions(written(), 'd.json')).toEqual([]);
});

describe('refused', () => {
  test.each([
    ['no JSON', '{', 'import.format'],
    ['another file', '{"wordferry":"x"}', 'import.format'],
    ['a list', '[]', 'import.format'],
    ['nothing', 'null', 'import.format'],
    ['a later version', '{"wordferry":"decisions/2","decisions":[]}', 'import.version'],
  ])('%s', (_, json, id) => {
    expect(refusalOf(json)).toMatchObject({ id, place: { file: 'd.json' } });
  });

  test.each([
    ['a field that nobody knows', { ...decision, state: 'final' }, 'decisions.0'],
    ['a path that is none', { ...decision, file: 7 }, 'decisions.0.file'],
    ['nothing that was seen', { ...decision, seen: undefined }, 'decisions.0.seen'],
    ['accepted by a word', { ...decision, accept: 'yes' }, 'decisions.0.accept'],
    ['half a sign', { ...decision, target: '\ud800' }, 'decisions.0.target'],
    ['a sign that drives terminals', { ...decision, note: '\u001b[2J' }, 'decisions.0.note'],
    ['a NUL in a path', { ...decision, file: 'a\0b' }, 'decisions.0.file'],
    ['a text without end', { ...decision, target: 'a'.repeat(100_001) }, 'decisions.0.target'],
  ])('%s', (_, wrong, field) => {
    expect(refusalOf(written(wrong))).toMatchObject({ id: 'import.field', values: { field } });
  });

  test('any other JSON, never with another error', () => {
    const values = fc.oneof(
      fc.json(),
      fc.jsonValue().map((value) => written(value)),
    );
    fc.assert(
      fc.property(values, (json) => {
        expect(refusalOf(json)).toBeDefined();
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});
