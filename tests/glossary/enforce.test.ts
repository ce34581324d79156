import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { enforceTerms, type FormerForms } from '../../src/glossary/enforce/enforce-terms.ts';
import { createTermFinder, findTerms } from '../../src/glossary/find.ts';
import { parseGlossary } from '../../src/glossary/load.ts';
import { maskProtected } from '../../src/languages/mask.ts';
import { expectLinear } from '../expect-linear.ts';

interface Row {
  readonly to: string;
  readonly de: string;
  readonly target: string;
  readonly becomes?: string;
  readonly replaced?: readonly string[];
  /** Entries that changed, with the forms that were right before. */
  readonly former?: Readonly<Record<string, readonly string[]>>;
}

const { glossary, rows } = parse(readFileSync(new URL('enforce.yaml', import.meta.url), 'utf8')) as {
  readonly glossary: unknown;
  readonly rows: readonly Row[];
};
const { entries } = parseGlossary(JSON.stringify(glossary), 'enforce.yaml');
const finder = createTermFinder({ entries });

function enforced(source: string, target: string, to: string, former?: FormerForms): ReturnType<typeof enforceTerms> {
  const terms = findTerms(source, finder);
  return enforceTerms({ source, target, languages: { source: 'de', target: to }, terms }, former);
}

function formerOf(former: Row['former']): FormerForms | undefined {
  return former && new Map(entries.flatMap((entry) => (former[entry.term] ? [[entry, former[entry.term]!]] : [])));
}

/** The same texts in each run; another seed finds other ones. */
const options = { seed: Number(process.env.SEED ?? 1), numRuns: 500 };

describe('enforceTerms', () => {
  test.each(rows)('$to: $target', ({ to, de, target, becomes, replaced, former }) => {
    const result = enforced(de, target, to, formerOf(former));
    expect(result.target).toBe(becomes ?? target);
    expect(result.replaced.length > 0).toBe(becomes !== undefined);
    if (replaced !== undefined) expect(result.replaced.map(({ from, to }) => `${from} → ${to}`)).toEqual(replaced);
  });

  test('leaves nothing to do for a second time, and all that is protected as it was', () => {
    const pieces = fc.constantFrom(
      ...rows.flatMap(({ target }) => target.split(' ')),
      '“',
      '”',
      '(',
      ')',
      '`x`',
      '{x}',
    );
    const sources = fc.constantFrom(...rows.map(({ de }) => de));
    fc.assert(
      fc.property(sources, fc.array(pieces), fc.constantFrom('en', 'ko'), (source, words, to) => {
        const target = words.join(' ');
        const once = enforced(source, target, to);
        expect(enforced(source, once.target, to)).toEqual({ target: once.target, replaced: [] });
        expect(protectedOf(once.target)).toEqual(protectedOf(target));
      }),
      options,
    );
  });

  test.each(['Pjöngjang ', 'Moskau은 ', '북조선', '“', '(', 'a ', 'DPRK '])('takes linear time on many %j', (piece) => {
    expectLinear((count) => enforced('Pjöngjang '.repeat(count), piece.repeat(count), 'ko'), 2_000);
  });
});

function protectedOf(text: string): readonly string[] {
  const masked = maskProtected(text);
  return Array.from(masked.matchAll(/\uFFFC+/gu), ({ 0: run, index }) => text.slice(index, index + run.length));
}
