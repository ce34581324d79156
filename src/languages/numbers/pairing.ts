import type { Atom } from './atoms.ts';

/** The atoms, or other parts, of both sides that found no partner yet. */
export interface Sides<Part = Atom> {
  readonly sources: readonly Part[];
  readonly targets: readonly Part[];
}

export interface PartPair<Part = Atom> {
  readonly source: Part;
  readonly target: Part;
}

/** By which keys atoms may be paired. */
export type Keys<Part = Atom> = (part: Part) => readonly string[];

/** Pairs each source atom with the first free target atom that shares a key; linear. */
export function pairOff<Part>(
  sides: Sides<Part>,
  by: { readonly source: Keys<Part>; readonly target: Keys<Part> },
): Sides<Part> & { readonly pairs: readonly PartPair<Part>[] } {
  if (sides.sources.length === 0 || sides.targets.length === 0) return { ...sides, pairs: [] };
  const waiting = new Map<string, Part[]>();
  for (const target of sides.targets.toReversed()) for (const key of by.target(target)) enqueue(waiting, key, target);
  const taken = new Set<Part>();
  const pairs: PartPair<Part>[] = [];
  for (const source of sides.sources) {
    const target = firstFree(waiting, by.source(source), taken);
    if (target === undefined) continue;
    taken.add(target).add(source);
    pairs.push({ source, target });
  }
  const isFree = (part: Part): boolean => !taken.has(part);
  return { pairs, sources: sides.sources.filter(isFree), targets: sides.targets.filter(isFree) };
}

function enqueue<Part>(waiting: Map<string, Part[]>, key: string, part: Part): void {
  const queue = waiting.get(key);
  if (queue) queue.push(part);
  else waiting.set(key, [part]);
}

function firstFree<Part>(
  waiting: Map<string, Part[]>,
  keys: readonly string[],
  taken: ReadonlySet<Part>,
): Part | undefined {
  for (const key of keys) {
    const queue = waiting.get(key);
    while (queue && queue.length > 0) {
      const part = queue.pop()!;
      if (!taken.has(part)) return part;
    }
  }
  return undefined;
}
