import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MemoryEntry } from '../../src/memory/index.ts';
import { indexOf } from '../../src/memory/indexed.ts';
import { createNumbers, createSearch, hashTokens } from '../../src/memory/sentence-index/index.ts';
import { similarity, tokensOf } from '../../src/memory/similarity.ts';
import type { Range } from '../../src/model.ts';

/** The measure as it is defined, word by word. */
function measure(a: readonly string[], b: readonly string[]): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (const [at, token] of a.entries()) {
    const next = [at + 1];
    for (const [column, other] of b.entries())
      next.push(Math.min(row[column]! + Number(token !== other), row[column + 1]! + 1, next[column]! + 1));
    row = next;
  }
  const longer = Math.max(a.length, b.length);
  return longer === 0 ? 100 : (100 * (longer - row[b.length]!)) / longer;
}

const word = fc.constantFrom(
  ...'die Region Kursk blieb ruhig RUHIG Straße straße Öl Ǆ İstanbul ΟΔΟΣ . , ( ) 12 12.500 ٣'.split(' '),
  ...['한국어', '평양의', '\u1112\u1161\u11ab', '🎉', '👩‍👩‍👧', 'e\u0301', '\ud800', '𝒜', '\u00a0', '-', '`a b`', '**'],
);
const sentence = fc.array(word, { maxLength: 14 }).map((words) => words.join(' '));
const run = fc.array(word, { maxLength: 14 }).map((words) => words.join(''));
const text = fc.oneof(
  { weight: 4, arbitrary: sentence },
  run,
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 12 }),
);

/** Code spans and pairs of stars. */
const codesOf = ({ source }: Pick<MemoryEntry, 'source'>): readonly Range[] =>
  [...source.matchAll(/`[^`]*`|\*\*/g)].map(({ 0: code, index }) => ({ start: index, end: index + code.length }));

test('a token has the same number wherever it stands, and other tokens have others', () => {
  fc.assert(
    fc.property(text, text, (a, b) => {
      const words = [a, b].flatMap((source) => tokensOf(source, codesOf({ source })));
      const numbers = createNumbers();
      for (const source of [a, b]) hashTokens({ text: source, codes: codesOf({ source }) }, numbers);
      const list = [...numbers.list.subarray(0, numbers.length)];
      const firstOf = (each: unknown, _: number, all: readonly unknown[]) => all.indexOf(each);
      expect(list.map(firstOf)).toEqual(words.map(firstOf));
    }),
    { seed: 6, numRuns: 3000 },
  );
});

test('similarity is the measure', () => {
  const list = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 100, size: 'max' });
  fc.assert(
    fc.property(list, list, (a, b) => {
      expect(similarity(a, b)).toBe(measure(a, b));
    }),
    { seed: 6, numRuns: 500 },
  );
});

test('nothing at or above the threshold is missed, and nothing else is found', () => {
  const threshold = fc.constantFrom(0, 40, 50, 60, 66.7, 70, 75, 90, 100);
  fc.assert(
    fc.property(fc.array(text, { maxLength: 60, size: 'max' }), text, threshold, (sources, source, least) => {
      const index = indexOf(sources.map((each) => ({ text: each, codes: codesOf({ source: each }) })));
      const numbers = createNumbers();
      hashTokens({ text: source, codes: codesOf({ source }) }, numbers);
      const tokens = numbers.list.slice(0, numbers.length);
      const own = tokensOf(source, codesOf({ source }));
      const all = sources
        .map((each, sentence) => ({ sentence, similarity: measure(own, tokensOf(each, codesOf({ source: each }))) }))
        .filter((each) => each.similarity >= least)
        .toSorted((a, b) => b.similarity - a.similarity);
      const search = createSearch(index);
      for (const most of [1, 3, 100])
        expect(search(tokens, { least, most, near: { start: 0, end: 0 } })).toEqual(all.slice(0, most));
    }),
    { seed: 6, numRuns: 1500 },
  );
});
