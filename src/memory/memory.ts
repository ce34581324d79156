import type { Entry, Match, Pair } from '../model.ts';
import { isReviewed } from '../states.ts';

/** A reviewed pair with the source sentences around it and the document it stands in. */
export interface MemoryEntry extends Pair {
  readonly before: string;
  readonly after: string;
  /** Path of the source document. */
  readonly path: string;
}

/** Where pairs come from, the best first: of several targets for one source the better origin's is taken. */
export type Origin = 'tree' | 'previous' | 'head' | 'left';

/** All reviewed pairs in one language, by source (NFC). Frozen before matching begins, so that no order matters. */
export interface Memory {
  readonly bySource: ReadonlyMap<string, readonly (MemoryEntry & { readonly origin: Origin })[]>;
}

export function createMemory(pairs: Readonly<Partial<Record<Origin, readonly MemoryEntry[]>>>): Memory {
  const bySource = new Map<string, (MemoryEntry & { origin: Origin })[]>();
  for (const origin of ['tree', 'previous', 'head', 'left'] as const) {
    for (const pair of pairs[origin] ?? []) {
      const source = pair.source.normalize('NFC');
      const known = bySource.get(source);
      if (known === undefined) bySource.set(source, [{ ...pair, origin }]);
      else known.push({ ...pair, origin });
    }
  }
  return { bySource };
}

/** Reviewed and final pairs of a document, and the reviewed pairs that changed sentences keep as `previous:`. */
export function memoryOf(
  path: string,
  entries: readonly Entry[],
): { readonly tree: readonly MemoryEntry[]; readonly previous: readonly MemoryEntry[] } {
  const groups = groupsOf(entries);
  const at = (index: number) => groups[index]?.source ?? '';
  const withContext = (pair: Pair, index: number) => ({ ...pair, path, before: at(index - 1), after: at(index + 1) });
  const tree = groups.flatMap((group, index) =>
    isReviewed(group.head) && group.head.target !== ''
      ? [withContext({ source: group.source, target: group.head.target }, index)]
      : [],
  );
  const previous = groups.flatMap(({ head }, index) =>
    head.previous === undefined ? [] : [withContext(head.previous, index)],
  );
  return { tree, previous };
}

/** What people accepted for exactly this source: `context` where the sentences around it are the same too. */
export function lookUp(memory: Memory, segment: Omit<MemoryEntry, 'target'>): Match | undefined {
  const known = memory.bySource.get(segment.source.normalize('NFC')) ?? [];
  const inContext = known.filter((pair) => pair.before === segment.before && pair.after === segment.after);
  const target = best(inContext, segment.path) ?? best(known, segment.path);
  if (target === undefined) return undefined;
  return { source: segment.source, target, similarity: 100, kind: inContext.length > 0 ? 'context' : 'exact' };
}

/** The same document's target wins, then the most frequent, then the first in path order; a better origin before all. */
function best(pairs: readonly (MemoryEntry & { readonly origin: Origin })[], path: string): string | undefined {
  const [first] = pairs;
  if (first === undefined) return undefined;
  const peers = pairs.filter((pair) => pair.origin === first.origin);
  const near = peers.filter((pair) => pair.path === path);
  const candidates = near.length > 0 ? near : peers;
  const count = (target: string) => candidates.filter((pair) => pair.target === target).length;
  const order = (a: MemoryEntry, b: MemoryEntry) =>
    count(b.target) - count(a.target) || (a.path < b.path ? -1 : Number(a.path > b.path));
  return candidates.toSorted(order)[0]?.target;
}

/** Sentences that share one target: an entry and those after it that are `joined:`. */
export interface Group {
  readonly head: Entry;
  readonly source: string;
}

export function groupsOf(entries: readonly Entry[]): readonly Group[] {
  const groups: { head: Entry; source: string }[] = [];
  for (const entry of entries) {
    if (entry.source === undefined) continue;
    const last = groups.at(-1);
    if (entry.joined && last !== undefined) last.source += ` ${entry.source}`;
    else groups.push({ head: entry, source: entry.source });
  }
  return groups;
}
