import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { checkGlossary } from '../../src/glossary/check.ts';
import { glossaryJsonSchema } from './json-schema.ts';

const read = (path: string) => readFileSync(path, 'utf8');

test('the schema for editors is the one that wordferry reads by', async () => {
  const text = `${JSON.stringify(glossaryJsonSchema(), undefined, 2)}\n`;
  await expect(text).toMatchFileSnapshot('../../src/templates/glossary.schema.json');
});

describe('the schema for editors says what wordferry says', () => {
  const schema = z.fromJSONSchema(glossaryJsonSchema());
  /** What other rules find (twice the same term, Korean under en) no schema can say. */
  const shapes = new Set(['root', 'field', 'value', 'expected_fields', 'expected_list', 'expected_text']);
  const rows = (parse(read('tests/glossary/problems.yaml')) as readonly { text: string; problems: readonly string[] }[])
    .map(({ text, problems }) => ({ text, ids: problems.map((problem) => problem.split(' ')[1] ?? '') }))
    .filter(({ ids }) => ids.every((id) => shapes.has(id)));

  test.each(rows)('$text', ({ text, ids }) => {
    expect(schema.safeParse(parse(text)).success).toBe(ids.length === 0);
  });

  test.each([
    [
      'numbers and truth values',
      'terms: { GitHub: { keep: true }, 10.000: { en: 10.000, ko: { preferred: 2, admitted: [1, no] } } }',
    ],
    [
      'no value',
      'terms:\n  Kreml:\n    en:\n    note:\n    match: { closed: "true", except: Kremlin, case: any }\n    status: proposed\n',
    ],
    ['the glossary of this repository', read('glossary.yaml')],
    ['the glossary that init writes', read('src/templates/glossary.yaml')],
  ])('%s', (_, text) => {
    expect(checkGlossary(text, 'glossary.yaml').errors).toEqual([]);
    expect(schema.safeParse(parse(text)).error).toBeUndefined();
  });
});

test.each([
  ['src/templates/glossary.yaml', './node_modules/wordferry/dist/templates/glossary.schema.json'],
  ['glossary.yaml', './src/templates/glossary.schema.json'],
])('%s tells editors where the schema is', (path, schema) => {
  expect(read(path).split('\n', 1)).toEqual([`# yaml-language-server: $schema=${schema}`]);
});
