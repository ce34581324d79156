import { cpuTime } from '../cpu-time.ts';

/** Milliseconds of processor time of the best of four runs: the others met a cold compiler or the garbage of their forerunner. */
export function leastTime(work: () => unknown): number {
  return Math.min(...Array.from({ length: 4 }, () => cpuTime(work)));
}
