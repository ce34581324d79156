import { alignSentences } from '../../memory/index.ts';
import { pairInOrder } from '../pair-in-order.ts';
import type { Split } from '../split-unit.ts';

/** How many units of the review file stand for how many of the translated file; 0 on either side: they are gone, or new. */
export type UnitBead = readonly [expected: number, actual: number];

/**
 * Units of the translated file with those of the review file that their sentences are of, in order: one with one, or one
 * with several where a person split or merged them. What shares no sentence goes with what is there, by size.
 */
export function beadsOf(expected: readonly string[], actual: readonly string[], split: Split): readonly UnitBead[] {
  const [rows, columns] = [expected.length, actual.length];
  if (rows === 0 || columns === 0) return rows + columns === 0 ? [] : [[rows, columns]];
  if (rows === 1 && columns === 1) return [[1, 1]];
  if (rows * columns > mostCells) return inStep(rows, columns);
  return path(tableOf({ expected, actual, shared: sharedBy(expected, actual, split) }), rows, columns);
}

/** Beyond, a document was rewritten as a whole: its units are paired by their number alone. */
const mostCells = 250_000;

function inStep(rows: number, columns: number): readonly UnitBead[] {
  const both = new Array<UnitBead>(Math.min(rows, columns)).fill([1, 1]);
  return rows === columns ? both : [...both, rows > columns ? [rows - columns, 0] : [0, columns - rows]];
}

/** How much text an expected and an actual unit share. */
type Shared = (expected: number, actual: number) => number;

/** Sentences that are the same, in order, and between them those that are alike, which count half. */
function sharedBy(expected: readonly string[], actual: readonly string[], split: Split): Shared {
  const [left, right] = [sentencesOf(expected, split), sentencesOf(actual, split)];
  const shared = new Map<string, number>();
  const add = (one: Sentence | undefined, other: Sentence | undefined, share: number) => {
    const cell = `${one?.unit} ${other?.unit}`;
    shared.set(cell, (shared.get(cell) ?? 0) + share * Math.min(one?.text.length ?? 0, other?.text.length ?? 0));
  };
  let [from, to] = [0, 0];
  const same = pairInOrder(left.map(textOf), right.map(textOf));
  for (const [one, other] of [...same, [left.length, right.length] as const]) {
    const between = [left.slice(from, one), right.slice(to, other)] as const;
    for (const bead of alignSentences(between[0].map(textOf), between[1].map(textOf)))
      for (const a of bead.left) for (const b of bead.right) add(between[0][a], between[1][b], 0.5);
    add(left[one], right[other], 1);
    [from, to] = [one + 1, other + 1];
  }
  return (a, b) => shared.get(`${a} ${b}`) ?? 0;
}

interface Sentence {
  readonly unit: number;
  readonly text: string;
}

const textOf = ({ text }: Sentence): string => text;

function sentencesOf(units: readonly string[], split: Split): readonly Sentence[] {
  return units.flatMap((text, unit) => split(text).map(({ start, end }) => ({ unit, text: text.slice(start, end) })));
}

interface Units {
  readonly expected: readonly string[];
  readonly actual: readonly string[];
  readonly shared: Shared;
}

interface Cell {
  readonly score: number;
  readonly bead: UnitBead;
}

/** A person rarely makes more of one. */
const mostInBead = 8;

/** `best[a][b]`: how much text the first `a` and the first `b` units share at best, and the last bead of that. */
function tableOf(units: Units): readonly (readonly Cell[])[] {
  const best: Cell[][] = [];
  for (let a = 0; a <= units.expected.length; a += 1) {
    const row: Cell[] = [];
    best.push(row);
    for (let b = 0; b <= units.actual.length; b += 1) {
      let cell: Cell = { score: a + b === 0 ? 0 : Number.NEGATIVE_INFINITY, bead: [0, 0] };
      for (const bead of beadsTo(a, b)) {
        const score = (best[a - bead[0]]?.[b - bead[1]]?.score ?? 0) + worth(units, [a, b], bead);
        if (score > cell.score) cell = { score, bead };
      }
      row.push(cell);
    }
  }
  return best;
}

function* beadsTo(a: number, b: number): Iterable<UnitBead> {
  if (a > 0 && b > 0) yield [1, 1];
  if (a > 0) yield [1, 0];
  if (b > 0) yield [0, 1];
  for (let n = 2; n <= Math.min(a, mostInBead) && b > 0; n += 1) yield [n, 1];
  for (let m = 2; m <= Math.min(b, mostInBead) && a > 0; m += 1) yield [1, m];
}

/** The shared text; of units that share none, a trifle for those of the same size. Each unit more in a bead has to be worth it. */
function worth({ expected, actual, shared }: Units, [a, b]: UnitBead, [n, m]: UnitBead): number {
  if (n === 0 || m === 0) return 0;
  let sum = 2 - n - m;
  for (let one = a - n; one < a; one += 1) for (let other = b - m; other < b; other += 1) sum += shared(one, other);
  if (n + m > 2) return sum;
  const sizes = [expected[a - 1]?.length ?? 0, actual[b - 1]?.length ?? 0];
  return sum + Math.min(...sizes) / Math.max(1, ...sizes);
}

function path(best: readonly (readonly Cell[])[], rows: number, columns: number): readonly UnitBead[] {
  const beads: UnitBead[] = [];
  for (let [a, b] = [rows, columns]; a > 0 || b > 0; ) {
    const bead = best[a]?.[b]?.bead ?? [a, b];
    beads.push(bead);
    a -= bead[0];
    b -= bead[1];
  }
  return beads.reverse();
}
