import type { State } from './program.ts';

/** All states that a program is in at one place of a text. Worked out once: texts lead to the same ones again and again. */
export interface Stand {
  readonly entered: readonly number[];
  readonly waiting: readonly Waiting[];
  /** What is open until the place has been looked at. */
  readonly looks: readonly LookState[];
  readonly isFound: boolean;
  readonly behind: Map<number, Stand>;
}

export type Waiting = Extract<State, { kind: 'character' }>;
export type LookState = Extract<State, { kind: 'look' | 'peek' }>;

/** The stand behind these states, which are entered at one place. */
export function settle(states: readonly State[], entered: readonly number[]): Stand {
  const seen = new Set(entered);
  const waiting: Waiting[] = [];
  const looks: LookState[] = [];
  let isFound = false;
  for (const at of seen) {
    const state = states[at]!;
    if (state.kind === 'found') isFound = true;
    else if (state.kind === 'character') waiting.push(state);
    else if (state.kind === 'fork') for (const next of state.nexts) seen.add(next);
    else looks.push(state);
  }
  return { entered: [...seen], waiting, looks, isFound, behind: new Map() };
}
