import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MemoryEntry } from '../../src/memory/index.ts';
import { indexOf } from '../../src/memory/indexed.ts';
import { createNumbers, createSearch, hashTokens, tokenNumbers } from '../../src/memory/sentence-index/index.ts';
import { similarity, tokensOf } from '../../src/memory/similarity.ts';
import type { Range } from '../../src/model.ts';

/** The measure as it is defined, word by word. */
function measure(a: readonly string[], b: readonly string[]): number {
  let row = Uint16Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let at = 0; at < a.length; at += 1) {
    const next = new Uint16Array(b.length + 1).fill(at + 1, 0, 1);
    for (let column = 0; column < b.length; column += 1) {
      const changed = row[column]! + (a[at] === b[column] ? 0 : 1);
      next[column + 1] = Math.min(changed, row[column + 1]! + 1, next[column]! + 1);
    }
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

const edit = fc.record({ at: fc.nat(), word, how: fc.constantFrom('put', 'drop', 'add') });

/** A sentence of the list with a few words changed. */
function edited(words: readonly string[], edits: readonly { at: number; word: string; how: string }[]): string {
  const changed = [...words];
  for (const { at, word, how } of edits)
    changed.splice(at % (changed.length + 1), how === 'add' ? 0 : 1, ...(how === 'drop' ? [] : [word]));
  return changed.join(' ');
}

test('what differs in a few words is found, however long', () => {
  const words = fc.array(word, { minLength: 1, maxLength: 120, size: 'max' });
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 20 }), fc.array(edit, { maxLength: 12 }), (lists, edits) => {
      const sources = [...lists.map((list) => list.join(' ')), ...lists.map((list) => edited(list, edits.slice(3)))];
      const index = indexOf(sources.map((each) => ({ text: each, codes: [] })));
      const source = edited(lists[0]!, edits);
      const own = tokensOf(source);
      const all = sources
        .map((each, sentence) => ({ sentence, similarity: measure(own, tokensOf(each)) }))
        .filter((each) => each.similarity >= 60)
        .toSorted((a, b) => b.similarity - a.similarity);
      const search = createSearch(index);
      const tokens = tokenNumbers({ text: source, codes: [] });
      expect(search(tokens, { least: 60, most: 50, near: { start: 0, end: 0 } })).toEqual(all);
      expect(search(tokens, { least: 60, most: 1, near: { start: 0, end: 0 } })).toEqual(all.slice(0, 1));
    }),
    { seed: 6, numRuns: 300 },
  );
});

test('texts of thousands of words are compared as others are', () => {
  const long = Array.from({ length: 3000 }, (_, at) => `w${(at * 7919) % 1013}`);
  const moved = [...long.slice(300), ...long.slice(0, 300)];
  const sources = [long.slice(0, 2300), moved, long.with(1500, 'neu'), long].map((words) => words.join(' '));
  const index = indexOf(sources.map((text) => ({ text, codes: [] })));
  const tokens = tokenNumbers({ text: sources[3]!, codes: [] });
  const found = createSearch(index)(tokens, { least: 75, most: 9, near: { start: 0, end: 0 } });
  const own = tokensOf(sources[3]!);
  expect(found).toEqual(
    [3, 2, 1, 0].map((sentence) => ({ sentence, similarity: measure(own, tokensOf(sources[sentence]!)) })),
  );
});

test('of texts that no program could compare word by word only the words count', () => {
  const long = Array.from({ length: 40_000 }, (_, at) => `w${at % 50}`);
  const sources = [long.toReversed(), long.slice(0, 29_000)].map((words) => words.join(' '));
  const index = indexOf(sources.map((text) => ({ text, codes: [] })));
  const tokens = tokenNumbers({ text: long.join(' '), codes: [] });
  const found = createSearch(index)(tokens, { least: 75, most: 9, near: { start: 0, end: 0 } });
  expect(found).toEqual([{ sentence: 0, similarity: 100 }]);
  expect(similarity(long, long.toReversed())).toBe(100);
});
