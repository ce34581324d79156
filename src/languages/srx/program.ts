import type { CharacterSet } from './character-set.ts';
import type { Direction, Look, Pattern } from './pattern.ts';
import { PatternFault } from './pattern-fault.ts';
import { type Stand, settle } from './stand.ts';

/** A pattern as a machine of states, read from one place of a text into one direction. */
export interface Program {
  readonly direction: Direction;
  readonly states: readonly State[];
  readonly start: Stand;
  /** What running it has worked out, by the states entered. */
  readonly stands: Map<string, Stand>;
}

/** `next`: the state behind it, by its number. */
export type State =
  | { readonly kind: 'character'; readonly set: CharacterSet; readonly next: number }
  | { readonly kind: 'fork'; readonly nexts: readonly number[] }
  | { readonly kind: 'look'; readonly program: Program; readonly expects: boolean; readonly next: number }
  /** A look at one sign: the commonest, and worth no machine. */
  | (Pick<Look, 'direction' | 'expects'> & { readonly kind: 'peek'; readonly set: CharacterSet; readonly next: number })
  | { readonly kind: 'found' };

/** Repetitions are written out, so that `((a{1000}){1000})` needs a limit. */
export const mostStates = 10_000;

/** Throws `PatternFault` where it becomes too large. */
export function compilePattern(pattern: Pattern, direction: Direction): Program {
  const states: State[] = [{ kind: 'found' }];
  const entry = build(pattern, 0, { states, direction });
  return { direction, states, start: settle(states, [entry]), stands: new Map() };
}

interface Builder {
  readonly states: State[];
  readonly direction: Direction;
}

/** The number of the state that begins the pattern, which goes on to `next`. */
function build(pattern: Pattern, next: number, builder: Builder): number {
  switch (pattern.kind) {
    case 'character':
      return add({ kind: 'character', set: pattern.set, next }, builder);
    case 'sequence': {
      const lastFirst = builder.direction === 'ahead' ? pattern.parts.toReversed() : pattern.parts;
      return lastFirst.reduce((behind, part) => build(part, behind, builder), next);
    }
    case 'choice':
      return add({ kind: 'fork', nexts: pattern.options.map((option) => build(option, next, builder)) }, builder);
    case 'repeat':
      return buildRepeat(pattern, next, builder);
    case 'look':
      return add(lookState(pattern, next), builder);
  }
}

function buildRepeat(
  { part, least, most }: Extract<Pattern, { kind: 'repeat' }>,
  next: number,
  builder: Builder,
): number {
  let entry = most === Number.POSITIVE_INFINITY ? buildLoop(part, next, builder) : next;
  for (let optional = least; optional < most && most !== Number.POSITIVE_INFINITY; optional++)
    entry = add({ kind: 'fork', nexts: [build(part, entry, builder), next] }, builder);
  for (let copy = 0; copy < least; copy++) entry = build(part, entry, builder);
  return entry;
}

/** A fork whose one way comes back to it. */
function buildLoop(part: Pattern, next: number, builder: Builder): number {
  const nexts = [next];
  const fork = add({ kind: 'fork', nexts }, builder);
  nexts.push(build(part, fork, builder));
  return fork;
}

function lookState({ part, direction, expects }: Look, next: number): State {
  if (part.kind === 'character') return { kind: 'peek', set: part.set, direction, expects, next };
  return { kind: 'look', program: compilePattern(part, direction), expects, next };
}

function add(state: State, { states }: Builder): number {
  if (states.length >= mostStates) throw new PatternFault({ id: 'srx.size', values: { most: mostStates } });
  return states.push(state) - 1;
}
