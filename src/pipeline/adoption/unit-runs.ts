import { pairInOrder } from '../pair-in-order.ts';
import { withoutBlanks } from '../units.ts';

export interface Labelled {
  /** As a review file says it: kind, and key. */
  readonly unit: string;
  readonly text: string;
}

/**
 * What finds a unit again: its key where it has one (`value nav.home`), else its text. A number is no key: whoever adds an
 * item moves all behind it. Where as many cells and items are there as before, each is the one in its place.
 */
export function labelsOf(
  expected: readonly Labelled[],
  actual: readonly Labelled[],
): readonly [expected: readonly string[], actual: readonly string[]] {
  const isNumbered = ({ unit }: Labelled) => unit === 'cell' || /[ .]\d+(?:\.|$)/.test(unit);
  const isInPlace = expected.filter(isNumbered).length === actual.filter(isNumbered).length;
  const labelOf = (each: Labelled): string => {
    if (isNumbered(each) && isInPlace) return each.unit.replace(/([ .])\d+(?=\.|$)/g, '$1#');
    return isKey(each.unit) && !isNumbered(each) ? each.unit : withoutBlanks(each.text);
  };
  return [expected.map(labelOf), actual.map(labelOf)];
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
export function inFileOrder<Own extends Labelled>(units: readonly Own[], found: readonly Labelled[]): readonly Own[] {
  const [labels, actual] = labelsOf(units, found);
  if (!labels.some(isKey)) return units;
  const places = new Map<string, number[]>(actual.map((label) => [label, []]));
  for (const [at, label] of actual.entries()) places.get(label)?.push(at);
  let [last, most] = [-1, -1];
  const placed = units.map((unit, at) => {
    const label = labels[at] ?? '';
    last = isKey(label) ? (places.get(label)?.shift() ?? last) : most;
    most = Math.max(most, last);
    return { unit, place: last };
  });
  return placed.toSorted((a, b) => a.place - b.place).map(({ unit }) => unit);
}
