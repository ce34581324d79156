import { expect, test } from 'vitest';
import { createMemory, findMatches, lookAhead, type SearchAll } from '../../src/memory/index.ts';
import { searchHere, searchIn } from '../../src/store/search-threads.ts';

const path = 'source-de/a.txt';
const pairs = Array.from({ length: 400 }, (_, at) => ({
  source: `Der Zug ${at} fährt ${at % 7} Minuten nach ${at % 5} Uhr ab.`,
  target: `Train ${at}`,
  path: `source-de/${at % 9}.txt`,
  before: '',
  after: '',
}));
const sentences = Array.from({ length: 300 }, (_, at) => ({
  source: `Der Zug ${at + 1} fährt ${at % 7} Minuten nach ${at % 5} Uhr vor.`,
  path,
}));
const wanted = { least: 75, most: 5, isAllowed: () => true };
const resultsWith = (searchAll?: SearchAll) => {
  const memory = createMemory({ tree: pairs });
  if (searchAll !== undefined) lookAhead(memory, sentences, searchAll);
  return sentences.map((sentence) => findMatches(memory, sentence, wanted));
};

test('several threads find what one finds', () => {
  const plain = resultsWith();
  expect(plain.some((found) => found.length === 5)).toBe(true);
  expect(resultsWith(searchHere)).toEqual(plain);
  expect(resultsWith((index, questions) => searchIn(3, index, questions))).toEqual(plain);
});
