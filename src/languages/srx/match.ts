import type { Program } from './program.ts';
import { signAt } from './sign.ts';
import { type LookState, type Stand, settle } from './stand.ts';

/** A text that programs are run on, and what they may still cost. */
export interface Run {
  readonly text: string;
  /** States that may still be entered. */
  steps: number;
  /** Called where nothing is left. */
  stop(): never;
}

/**
 * Whether the program matches what stands at `at`. All ways are gone at once, sign by sign, and none is gone back: the time
 * is at most the number of states for each sign, whatever pattern and text are. Sees `reach` code units.
 */
export function matchesAt(program: Program, at: number, run: Run): boolean {
  let here = at;
  let stand = program.start;
  while (Math.abs(here - at) <= reach) {
    spend(stand, run);
    if (stand.looks.length > 0) stand = withLooks(program, stand, here, run);
    if (stand.isFound) return true;
    const code = stand.waiting.length === 0 ? undefined : signAt(run.text, here, program.direction);
    if (code === undefined) return false;
    stand = stand.behind.get(code) ?? advance(program, stand, code);
    here += (program.direction === 'ahead' ? 1 : -1) * (code > 0xffff ? 2 : 1);
  }
  return false;
}

/** Whether a match may begin with this sign, whatever stands around it. */
export function mayBeginWith({ states, start }: Program, code: number): boolean {
  const seen = new Set(start.entered);
  for (const at of seen) {
    const state = states[at]!;
    if (state.kind === 'found' || (state.kind === 'character' && state.set(code))) return true;
    if (state.kind === 'fork') for (const next of state.nexts) seen.add(next);
    if (state.kind === 'look' || state.kind === 'peek') seen.add(state.next);
  }
  return false;
}

const reach = 500;

/** A program that comes into more of them begins to forget. */
const mostStands = 1_000;

function standIn(program: Program, entered: readonly number[]): Stand {
  const { stands } = program;
  const key = entered.join();
  const known = stands.get(key);
  if (known !== undefined) return known;
  const stand = settle(program.states, entered);
  if (stands.size >= mostStands) stands.clear();
  stands.set(key, stand);
  return stand;
}

function advance(program: Program, stand: Stand, code: number): Stand {
  const next = stand.waiting.filter(({ set }) => set(code)).map((state) => state.next);
  const found = standIn(program, [...new Set(next)]);
  stand.behind.set(code, found);
  return found;
}

/** The stand with what is behind the looks that hold here; there may be further looks behind those. */
function withLooks(program: Program, stand: Stand, here: number, run: Run): Stand {
  const held = new Set<LookState>();
  for (let now = stand; ; ) {
    const open = now.looks.filter((look) => !held.has(look) && holds(look, here, run));
    if (open.length === 0 || now.isFound) return now;
    for (const look of open) held.add(look);
    now = standIn(program, [...new Set([...now.entered, ...open.map(({ next }) => next)])]);
    spend(now, run);
  }
}

function holds(state: LookState, here: number, run: Run): boolean {
  if (state.kind === 'look') return matchesAt(state.program, here, run) === state.expects;
  const code = signAt(run.text, here, state.direction);
  return (code !== undefined && state.set(code)) === state.expects;
}

/** As if nothing was known yet, so that the same text costs the same at any time. */
function spend({ entered }: Stand, run: Run): void {
  run.steps -= entered.length;
  if (run.steps < 0) run.stop();
}
