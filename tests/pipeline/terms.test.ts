import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { formatFor, formats } from '../../src/formats/index.ts';
import { createTermFinder } from '../../src/glossary/find.ts';
import { parseGlossary } from '../../src/glossary/load.ts';
import { segmentDocument } from '../../src/pipeline/segment.ts';
import { termsOf } from '../../src/pipeline/terms.ts';
import { defaults } from '../../src/settings.ts';

interface Row {
  readonly file: string;
  readonly text: string;
  readonly found: readonly string[];
}

const table = parse(readFileSync(new URL('terms.yaml', import.meta.url), 'utf8'));
const rows: readonly Row[] = table.rows;
const finder = createTermFinder(parseGlossary(JSON.stringify(table.glossary), 'terms.yaml'));

test.each(rows)('$file: $text', ({ file, text, found }) => {
  const document = segmentDocument({ path: file, text }, formatFor(file), { ...defaults, targets: ['en'] });
  const shown = termsOf(document, finder).map(({ start, end, surface }) => {
    const written = text.slice(start, end);
    return written === surface ? written : `${written} = ${surface}`;
  });
  expect(shown).toEqual(found);
});

test('every format has a row', () => {
  const ids = new Set(rows.map(({ file }) => formatFor(file).id));
  expect(ids).toEqual(new Set(Object.values(formats).map(({ id }) => id)));
});
