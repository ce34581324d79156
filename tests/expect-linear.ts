import { expect } from 'vitest';
import { cpuTime } from './cpu-time.ts';

/**
 * Eight times as much work takes about eight times as long, garbage and all; what is quadratic takes 64 times. The best of
 * two tries counts. `count` is large enough that a quadratic `8 * count` takes seconds.
 */
export function expectLinear(work: (count: number) => unknown, count: number): void {
  const best = (size: number) => Math.min(...[1, 2].map(() => cpuTime(() => work(size))));
  const short = best(count);
  expect(best(8 * count), `milliseconds for eight times what took ${short}`).toBeLessThan(500 + 16 * short);
}
