import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { documentChecks } from '../src/checks/document/index.ts';
import { createTermFinder, findTerms } from '../src/glossary/find.ts';
import { parseGlossary } from '../src/glossary/load.ts';
import type { CheckedDocument, Glossary } from '../src/model.ts';

/** Source, target, unit, context. */
const pair = z.tuple([z.string(), z.string()]).rest(z.string());
const table = z.strictObject({
  glossary: z.unknown().default({ terms: {} }),
  rows: z
    .array(
      z.strictObject({
        to: z.string(),
        pairs: z.array(pair),
        added: z.number().default(0),
        isComplete: z.boolean().default(true),
        finds: z.array(z.string()),
      }),
    )
    .min(2),
});
type Row = z.infer<typeof table>['rows'][number];

const folder = new URL('document-checks/', import.meta.url);

test('every check of documents has a table, and every table a check', () => {
  const tabled = readdirSync(folder).map((name) => name.replace(/\.yaml$/u, ''));
  expect(tabled.toSorted()).toEqual(documentChecks.map(({ id }) => id).toSorted());
});

describe.each(documentChecks)('$id', ({ id, check }) => {
  const { glossary, rows } = table.parse(parse(readFileSync(new URL(`${id}.yaml`, folder), 'utf8')));
  const terms = parseGlossary(JSON.stringify(glossary), `${id}.yaml`);

  test.each(rows)('$to $pairs', (row) => {
    const findings = check(documentOf(row, terms));
    expect(findings.map(({ pair: { target } }) => target)).toEqual(row.finds);
    expect(findings.every((finding) => finding.check === id)).toBe(true);
  });
});

/** Each sentence is a unit. */
function documentOf({ to, pairs, added, isComplete }: Row, glossary: Glossary): CheckedDocument {
  const languages = { source: 'de', target: to };
  const finder = createTermFinder(glossary);
  const units = pairs.map(([source, target, unit = 'paragraph', context], at) => ({
    pairs: [{ source, target, unit, context, languages, terms: findTerms(source, finder), curlyQuotes: false }],
    added: at === pairs.length - 1 ? added : 0,
  }));
  return { languages, units, isComplete };
}
