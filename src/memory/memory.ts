import type { Entry, Match, Pair, Range } from '../model.ts';
import { isMarked, isReviewed } from '../states.ts';

/** A reviewed pair with the source sentences around it and the document it stands in. */
export interface MemoryEntry extends Pair {
  readonly before: string;
  readonly after: string;
  /** Path of the source document. */
  readonly path: string;
  /** A person wrote the target and nobody accepted it: it is not lost, but whoever gets it has to review it. */
  readonly draft?: true | undefined;
}

/** Where pairs come from, the best first: of several targets for one source the better origin's is taken. */
type Origin = 'tree' | 'previous' | 'head' | 'left' | 'imported';

type KnownPair = MemoryEntry & { readonly origin: Origin };

/** All reviewed pairs in one language, by source (NFC). Frozen before matching begins, so that no order matters. */
export interface Memory {
  readonly bySource: ReadonlyMap<string, readonly KnownPair[]>;
  readonly codesOf: CodesOf;
  /** What files of other tools know, which is asked last; they are read when somebody asks. */
  imported?(): Memory;
}

/** Where inline codes stand in a sentence of a document, in order: only formats know. */
export type CodesOf = (sentence: Pick<MemoryEntry, 'source' | 'path'>) => readonly Range[];

export function createMemory({ imported, ...pairs }: KnownPairs, codesOf: CodesOf = () => []): Memory {
  const memory = { bySource: bySource(pairs), codesOf };
  if (imported === undefined) return memory;
  let known: Memory | undefined;
  return {
    ...memory,
    imported() {
      known ??= { bySource: bySource({ imported: imported() }), codesOf };
      return known;
    },
  };
}

/** Pairs by their origin. */
export type KnownPairs = Readonly<Partial<Record<Exclude<Origin, 'imported'>, readonly MemoryEntry[]>>> & {
  imported?: (() => readonly MemoryEntry[]) | undefined;
};

function bySource(pairs: Readonly<Partial<Record<Origin, readonly MemoryEntry[]>>>): Memory['bySource'] {
  const known = new Map<string, KnownPair[]>();
  for (const origin of ['tree', 'previous', 'head', 'left', 'imported'] as const) {
    for (const pair of pairs[origin] ?? []) {
      const source = pair.source.normalize('NFC');
      const peers = known.get(source);
      if (peers === undefined) known.set(source, [{ ...pair, origin }]);
      else peers.push({ ...pair, origin });
    }
  }
  return known;
}

/** What the memory learns from a document. */
export interface Remembered {
  /** Reviewed and final pairs. */
  readonly tree: readonly MemoryEntry[];
  /** Reviewed pairs that changed sentences keep. */
  readonly previous: readonly MemoryEntry[];
  /** What people wrote and nobody accepted yet: known only once it has left its file. */
  readonly drafts: readonly MemoryEntry[];
}

export function memoryOf(path: string, entries: readonly Entry[]): Remembered {
  const groups = groupsOf(entries);
  const at = (index: number) => groups[index]?.source ?? '';
  const collect = (pairOf: (group: Group) => (Pair & { readonly draft?: true }) | undefined) =>
    groups.flatMap((group, index) => {
      const pair = pairOf(group);
      return pair === undefined ? [] : [{ ...pair, path, before: at(index - 1), after: at(index + 1) }];
    });
  const own = ({ head, source }: Group): Pair | undefined =>
    head.target === '' ? undefined : { source, target: head.target };
  return {
    tree: collect((group) => (isAccepted(group.head) ? own(group) : undefined)),
    previous: collect(({ head }) => head.previous),
    drafts: collect((group) => {
      const pair = !isAccepted(group.head) && isPersons(group.head) ? own(group) : undefined;
      return pair && { ...pair, draft: true };
    }),
  };
}

/** What still has mock's mark is a draft, whoever edited it. */
const isAccepted = (entry: Entry): boolean => isReviewed(entry) && !isMarked(entry.target);

const isPersons = ({ state, machine }: Entry): boolean => state !== 'initial' && machine === undefined;

/** Pairs of people that were in a document and are not any more: what has to be kept of it elsewhere. */
export function pairsLeft(before: Remembered, after: Remembered): readonly MemoryEntry[] {
  const pairs = ({ tree, previous, drafts }: Remembered) => [...tree, ...previous, ...drafts];
  const nameOf = ({ source, target }: Pair) => JSON.stringify([source.normalize('NFC'), target]);
  const here = new Set(pairs(after).map(nameOf));
  return pairs(before).filter((pair) => !here.has(nameOf(pair)));
}

/** `isDraft`: a person wrote the target, and nobody accepted it. */
export interface MemoryMatch extends Match {
  readonly isDraft: boolean;
  /** Of the document that the pair stands in. */
  readonly path: string;
}

/** What people accepted for exactly this source: `context` where the sentences around it are the same too. */
export function lookUp(memory: Memory, segment: Omit<MemoryEntry, 'target'>): MemoryMatch | undefined {
  const known = memory.bySource.get(segment.source.normalize('NFC')) ?? [];
  const inContext = known.filter((pair) => !pair.draft && isAround(pair, segment));
  const accepted = known.filter(({ draft }) => !draft);
  const [found] = [inContext, accepted, known].flatMap((pairs) => bestPair(pairs, segment.path) ?? []);
  if (found === undefined) return undefined;
  const kind = inContext.length > 0 ? 'context' : 'exact';
  const { target, path } = found;
  return { source: segment.source, target, path, similarity: 100, kind, isDraft: accepted.length === 0 };
}

/** What files of other tools have for exactly this source, which nobody here has accepted. */
export function lookUpImported(
  memory: Memory,
  { source, path }: Pick<MemoryEntry, 'source' | 'path'>,
): MemoryMatch | undefined {
  const found = bestPair(memory.imported?.().bySource.get(source.normalize('NFC')) ?? [], path);
  return found && { source, target: found.target, path: found.path, similarity: 100, kind: 'exact', isDraft: false };
}

function isAround(pair: MemoryEntry, { before, after }: Omit<MemoryEntry, 'target'>): boolean {
  return (
    pair.before.normalize('NFC') === before.normalize('NFC') && pair.after.normalize('NFC') === after.normalize('NFC')
  );
}

/**
 * The same document's target wins, then the most frequent, then the first in path order; a better origin before all. Of
 * pairs that left a file the newest wins, which come first: people replaced the others.
 */
export function bestPair(pairs: readonly KnownPair[], path: string): KnownPair | undefined {
  const [first] = pairs;
  if (first === undefined) return undefined;
  const peers = pairs.filter((pair) => pair.origin === first.origin);
  const near = peers.filter((pair) => pair.path === path);
  const candidates = near.length > 0 ? near : peers;
  if (first.origin === 'left') return candidates[0];
  const counts = new Map<string, number>();
  for (const { target } of candidates) counts.set(target, (counts.get(target) ?? 0) + 1);
  const isBetter = (a: KnownPair, b: KnownPair) => {
    const more = (counts.get(a.target) ?? 0) - (counts.get(b.target) ?? 0);
    return more > 0 || (more === 0 && a.path < b.path);
  };
  return candidates.reduce((best, pair) => (isBetter(pair, best) ? pair : best));
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
