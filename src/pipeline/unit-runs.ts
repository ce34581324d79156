import { pairInOrder } from './pair-in-order.ts';
import { withoutBlanks } from './units.ts';

/** What finds a unit again: its key where it has one (`value nav.home`), else its text. */
export function labelOf(unit: string, text: string): string {
  return unit.includes(' ') ? unit : withoutBlanks(text);
}

/** Runs of units, by their labels: how many of the review file correspond to how many of the translated file. */
export function runsOf(
  expected: readonly string[],
  actual: readonly string[],
): readonly (readonly [expected: number, actual: number])[] {
  const runs: (readonly [number, number])[] = [];
  let [from, to] = [0, 0];
  for (const [unit, found] of [...pairInOrder(expected, actual), [expected.length, actual.length] as const]) {
    if (unit > from || found > to) runs.push([unit - from, found - to]);
    if (unit < expected.length) runs.push([1, 1]);
    [from, to] = [unit + 1, found + 1];
  }
  return runs;
}
