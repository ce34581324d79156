import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pairInOrder } from '../../src/pipeline/pair-in-order.ts';

const pairs = (left: string, right: string) =>
  pairInOrder(left.split(''), right.split(''))
    .map(([a, b]) => `${left[a]}${a}-${b}`)
    .join(' ');

describe('equal items are paired in order', () => {
  test.each([
    ['abc', 'abc', 'a0-0 b1-1 c2-2'],
    ['abc', '', ''],
    ['abc', 'xyz', ''],
    ['abc', 'axc', 'a0-0 c2-2'],
    ['abcd', 'bcda', 'b1-0 c2-1 d3-2'],
    ['xax', 'xxaxx', 'x0-0 a1-2 x2-4'],
    ['aaxaa', 'aaaxa', 'a0-0 a1-1 a3-2 a4-4'],
    ['xaay', 'yaax', 'y3-0'],
  ])('%s and %s', (left, right, expected) => {
    expect(pairs(left, right)).toBe(expected);
  });

  const items = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'), { maxLength: 12 });

  test('of any two lists', () => {
    const property = fc.property(items, items, (left, right) => {
      const found = pairInOrder(left, right);
      for (const [at, [a, b]] of found.entries()) {
        expect(left[a]).toBe(right[b]);
        if (at > 0) expect(a > found[at - 1]![0] && b > found[at - 1]![1]).toBe(true);
      }
      expect(pairInOrder(left, left)).toHaveLength(left.length);
    });
    fc.assert(property, { seed: 1, numRuns: 500 });
  });

  test('as many as there can be, where no item repeats', () => {
    const unique = fc.shuffledSubarray([...'abcdefghij']);
    const property = fc.property(unique, unique, (left, right) => {
      expect(pairInOrder(left, right)).toHaveLength(longest(left, right));
    });
    fc.assert(property, { seed: 1, numRuns: 500 });
  });
});

function longest(left: readonly string[], right: readonly string[]): number {
  const [a, ...rest] = left;
  if (a === undefined || right.length === 0) return 0;
  const at = right.indexOf(a);
  return Math.max(longest(rest, right), at < 0 ? 0 : 1 + longest(rest, right.slice(at + 1)));
}
