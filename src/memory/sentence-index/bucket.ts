import type { Slice } from './distance.ts';

/** What stands before the first token of a sentence and after its last. */
const edge = 0x6d2b79f5;

/**
 * The bucket of the pair of tokens before `at`, of `0 … length` in a sentence: one with n tokens has n + 1 pairs. Two
 * pairs may share one, which costs time and misses nothing.
 */
export function bucketOf({ tokens, start, end }: Slice, at: number, shift: number): number {
  const left = at === 0 ? edge : tokens[start + at - 1]!;
  const right = start + at === end ? edge : tokens[start + at]!;
  return Math.imul(Math.imul(left, 0x85ebca6b) + right, 0x9e3779b1) >>> shift;
}

/** For buckets of a power of two. */
export const shiftFor = (buckets: number): number => Math.clz32(buckets) + 1;
