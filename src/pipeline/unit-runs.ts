import { pairInOrder } from './pair-in-order.ts';
import { withoutBlanks } from './units.ts';

/** What finds a unit again: its key where it has one (`value nav.home`), else its text. */
export function labelOf(unit: string, text: string): string {
  return isKey(unit) ? unit : withoutBlanks(text);
}

/** No other label has a blank. */
const isKey = (label: string): boolean => label.includes(' ');

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

/**
 * What has a key stands where the translated file has it, the nth of a key where it has the nth, whatever the order of the
 * source; the others stay in theirs.
 */
export function inFileOrder<Labelled extends { readonly label: string }>(
  units: readonly Labelled[],
  actual: readonly string[],
): readonly Labelled[] {
  if (!units.some(({ label }) => isKey(label))) return units;
  const places = new Map<string, number[]>(actual.map((label) => [label, []]));
  for (const [at, label] of actual.entries()) places.get(label)?.push(at);
  let [last, most] = [-1, -1];
  const placed = units.map((unit) => {
    last = isKey(unit.label) ? (places.get(unit.label)?.shift() ?? last) : most;
    most = Math.max(most, last);
    return { unit, place: last };
  });
  return placed.toSorted((a, b) => a.place - b.place).map(({ unit }) => unit);
}
