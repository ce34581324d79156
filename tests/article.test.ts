import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { text } from '../src/formats/text.ts';
import { createTermFinder, findTerms } from '../src/glossary/find.ts';
import { parseGlossary } from '../src/glossary/load.ts';
import type { Entry } from '../src/model.ts';
import { checkEntries, type EntryFinding } from '../src/pipeline/checking/check.ts';
import { defaults } from '../src/settings.ts';

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
const linesOf = (path: string) => read(path).split('\n');

const source = linesOf('source-de/nordkorea-truppen.txt');
const finder = createTermFinder(parseGlossary(read('glossary.yaml'), 'glossary.yaml'));
const furniture: ReadonlySet<number> = new Set([2, 7]);

const { planted } = z
  .strictObject({
    planted: z.array(
      z.strictObject({
        to: z.enum(['en', 'ko']),
        line: z.number(),
        from: z.string().optional(),
        into: z.string().optional(),
        all: z.string().optional(),
        check: z.string(),
      }),
    ),
  })
  .parse(parse(read('tests/article.yaml')));

/** Findings of the whole article, with other targets in some lines. */
function findingsIn(language: string, changed: ReadonlyMap<number, string> = new Map()): readonly EntryFinding[] {
  const lines = linesOf(`translations/${language}/nordkorea-truppen.txt`);
  const entries = source.flatMap((german, at): readonly Entry[] => {
    if (furniture.has(at + 1)) return [];
    const target = changed.get(at + 1) ?? lines[at] ?? '';
    return [{ unit: 'paragraph', source: german, target, state: 'reviewed' }];
  });
  const languages = { source: 'de', target: language };
  return checkEntries(entries, { languages, finder, settings: defaults, format: text, unitOf: () => undefined });
}

const isWorthALook = ({ severity }: EntryFinding) => severity !== 'info';

test.each(['en', 'ko'])('the reviewed translation into %s has nothing to mend', (language) => {
  expect(findingsIn(language).filter(isWorthALook)).toEqual([]);
});

test('every name and term of the article is found, in whatever form', () => {
  const terms = source.flatMap((line, at) =>
    furniture.has(at + 1) ? [] : findTerms(line, finder).map((term) => ({ ...term, line: at + 1 })),
  );
  const inflected = terms.filter(({ surface, entry }) => surface !== entry.term);
  expect(terms.map(({ line, surface, entry }) => `${line} ${surface} → ${entry.term}`)).toMatchSnapshot();
  expect(inflected.length / terms.length).toBeGreaterThan(0.35);
});

describe('an error that is planted is found by the right check', () => {
  test('there are 40 and more', () => expect(planted.length).toBeGreaterThanOrEqual(40));

  test.each(planted)('$check in line $line of $to: $from → $into', ({ to, line, from, into, all, check }) => {
    const before = linesOf(`translations/${to}/nordkorea-truppen.txt`)[line - 1] ?? '';
    if (all === undefined) expect(before).toContain(from);
    const after = all ?? before.replace(from ?? '', () => into ?? '');
    const found = findingsIn(to, new Map([[line, after]])).filter(isWorthALook);
    expect([...new Set(found.map((finding) => `${finding.check} ${finding.entry.source}`))]).toEqual([
      `${check} ${source[line - 1]}`,
    ]);
  });
});
