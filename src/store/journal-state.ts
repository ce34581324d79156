import type { BillRow, Settled } from '../model.ts';
import type { JournalLine } from './journal-line.ts';

/** What the lines of all files come to. */
export interface JournalState {
  readonly settled: Map<string, Settled>;
  /** Requests of which nobody knows what became of them, by number. */
  readonly open: Map<number, Open>;
  /** Of all requests the last. */
  last: number;
  /** How many of them a key is in, since it was last answered. */
  readonly asked: Map<string, number>;
  readonly billed: BillRow[];
}

interface Open {
  readonly keys: readonly string[];
  readonly bill: readonly BillRow[];
}

export function emptyState(): JournalState {
  return { settled: new Map(), open: new Map(), last: 0, asked: new Map(), billed: [] };
}

export function applyLine(state: JournalState, line: JournalLine): void {
  const { settled, open, billed } = state;
  if ('intent' in line) {
    open.set(line.intent, { keys: line.keys, bill: line.bill });
    state.last = Math.max(state.last, line.intent);
    for (const key of line.keys) count(state, key, 1);
  } else if ('refused' in line) close(state, line.refused);
  else if ('settled' in line) {
    // What was rescued may be in another file by now.
    const isKnown = line.of !== undefined && !open.has(line.of);
    if (line.of !== undefined) close(state, line.of);
    for (const answer of line.settled) {
      settled.set(answer.key, answer);
      state.asked.delete(answer.key);
    }
    if (!isKnown) billed.push(...line.bill);
  }
}

function close(state: JournalState, intent: number): void {
  for (const key of state.open.get(intent)?.keys ?? []) count(state, key, -1);
  state.open.delete(intent);
}

function count({ asked }: JournalState, key: string, by: number): void {
  const sum = (asked.get(key) ?? 0) + by;
  if (sum > 0) asked.set(key, sum);
  else asked.delete(key);
}

/** Lines that come to the same state, as few as say it. */
export function* linesOf({ settled, open, billed }: JournalState): Generator<JournalLine> {
  yield { settled: [...settled.values()], bill: addUp(billed) };
  for (const [intent, { keys, bill }] of open) yield { intent, keys, bill };
}

/** One row a day, engine, document, language and currency. */
export function addUp(rows: readonly BillRow[]): readonly BillRow[] {
  const sums = new Map<string, BillRow>();
  for (const row of rows) {
    const name = JSON.stringify([row.day, row.engine, row.document, row.target, row.currency]);
    const known = sums.get(name);
    sums.set(name, known === undefined ? row : sum(known, row));
  }
  return [...sums.values()];
}

function sum(a: BillRow, b: BillRow): BillRow {
  const [x, y] = [a.tokens, b.tokens];
  const tokens = x && y ? { input: x.input + y.input, output: x.output + y.output } : (x ?? y);
  return {
    ...a,
    characters: a.characters + b.characters,
    ...(tokens && { tokens }),
    ...(a.cost !== undefined && { cost: a.cost + (b.cost ?? 0) }),
  };
}
