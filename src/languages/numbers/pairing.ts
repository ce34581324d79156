import type { Atom } from './atoms.ts';

/** The atoms of both sides that found no partner yet. */
export interface Sides {
  readonly sources: readonly Atom[];
  readonly targets: readonly Atom[];
}

export interface AtomPair {
  readonly source: Atom;
  readonly target: Atom;
}

/** By which keys atoms may be paired. */
export type Keys = (atom: Atom) => readonly string[];

/** Pairs each source atom with the first free target atom that shares a key; linear. */
export function pairOff(
  sides: Sides,
  by: { readonly source: Keys; readonly target: Keys },
): Sides & { readonly pairs: readonly AtomPair[] } {
  const waiting = new Map<string, Atom[]>();
  for (const target of sides.targets.toReversed()) for (const key of by.target(target)) enqueue(waiting, key, target);
  const taken = new Set<Atom>();
  const pairs = sides.sources.flatMap((source): readonly AtomPair[] => {
    const target = firstFree(waiting, by.source(source), taken);
    if (target === undefined) return [];
    taken.add(target).add(source);
    return [{ source, target }];
  });
  const isFree = (atom: Atom): boolean => !taken.has(atom);
  return { pairs, sources: sides.sources.filter(isFree), targets: sides.targets.filter(isFree) };
}

function enqueue(waiting: Map<string, Atom[]>, key: string, atom: Atom): void {
  const queue = waiting.get(key);
  if (queue) queue.push(atom);
  else waiting.set(key, [atom]);
}

function firstFree(waiting: Map<string, Atom[]>, keys: readonly string[], taken: ReadonlySet<Atom>): Atom | undefined {
  for (const key of keys) {
    const queue = waiting.get(key);
    while (queue && queue.length > 0) {
      const atom = queue.pop()!;
      if (!taken.has(atom)) return atom;
    }
  }
  return undefined;
}
