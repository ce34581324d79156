import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { createTermFinder, findTerms } from '../src/glossary/find.ts';
import { parseGlossary } from '../src/glossary/load.ts';

const folder = new URL('glossary/', import.meta.url);

interface RuleRow {
  readonly rule: string;
  readonly text: string;
  /** `span` or `span = term`. */
  readonly found: readonly string[];
  readonly twice?: boolean;
}

describe('findTerms', () => {
  const { glossary, rows } = table<{ glossary: unknown; rows: readonly RuleRow[] }>('rules.yaml');
  const finder = createTermFinder(parseGlossary(JSON.stringify(glossary), 'rules.yaml'));

  test.each(rows)('$rule $text', ({ text, found, twice }) => {
    for (const form of twice ? (['NFC', 'NFD'] as const) : (['NFC'] as const)) {
      const source = text.normalize(form);
      const terms = findTerms(source, finder);
      expect(terms.map(({ surface }) => surface)).toEqual(found.map((one) => one.split(' = ')[0]!.normalize(form)));
      for (const { start, end, surface } of terms) expect(source.slice(start, end)).toBe(surface);
      for (const [index, one] of found.entries()) {
        const [, term] = one.split(' = ');
        if (term !== undefined) expect(terms[index]!.entry.term).toBe(term);
      }
    }
  });
});

function table<T>(name: string): T {
  return parse(readFileSync(new URL(name, folder), 'utf8')) as T;
}
