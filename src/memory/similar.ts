import type { Pair } from '../model.ts';
import { indexed } from './indexed.ts';
import { type Counts, type Sentence, search } from './look-ahead.ts';
import { bestPair, type Memory, type MemoryEntry } from './memory.ts';
import type { Found } from './sentence-index/index.ts';
import { similarity, tokensOf } from './similarity.ts';

export interface Wanted {
  /** 0–100; from 50 on the look-up is fast. */
  readonly least: number;
  /** Pairs to give. */
  readonly most: number;
  /** Pairs that are not do not count. */
  isAllowed(pair: MemoryEntry): boolean;
}

export interface SimilarPair {
  readonly pair: MemoryEntry;
  /** 0–100. */
  readonly similarity: number;
}

/**
 * Accepted pairs whose sources are at least so similar, one a source, the best first: of equals those of the same
 * document, then those that come first in the order of paths; people's before those of other tools' files. None is missed.
 */
export function findMatches(memory: Memory, sentence: Sentence, wanted: Wanted): readonly SimilarPair[] {
  const own = matchesIn(memory, sentence, wanted);
  const imported = memory.imported?.();
  if (imported === undefined) return own;
  const others = matchesIn(imported, sentence, wanted).filter(({ pair }) => !isKnown(pair.source, own));
  // Sorting is stable: of equals people's come first.
  return [...own, ...others].toSorted((a, b) => b.similarity - a.similarity).slice(0, wanted.most);
}

const isKnown = (source: string, matches: readonly SimilarPair[]): boolean =>
  matches.some(({ pair }) => pair.source.normalize('NFC') === source.normalize('NFC'));

function matchesIn(memory: Memory, sentence: Sentence, wanted: Wanted): readonly SimilarPair[] {
  for (let most = wanted.most; ; most *= 8) {
    const limits = { least: wanted.least, most };
    const matches = matchesOf(search(memory, sentence, limits), limits, { memory, sentence, wanted });
    if (matches !== undefined) return matches;
  }
}

/** The most similar accepted pair, where one is alike at all. */
export function findSimilar(
  memory: Memory,
  sentence: Sentence,
  isAllowed: (pair: MemoryEntry) => boolean,
): Pair | undefined {
  const [best] = findMatches(memory, sentence, { least: leastAlike, most: 1, isAllowed });
  return best && { source: best.pair.source, target: best.pair.target };
}

/** Below this (0–100) a translation of the one is no help for the other. */
const leastAlike = 75;

interface Asked {
  readonly memory: Memory;
  readonly sentence: Sentence;
  readonly wanted: Wanted;
}

/** Absent: those that are not allowed, or say the same, took the places of others that may be as good. */
function matchesOf(found: readonly Found[], limits: Counts, request: Asked): readonly SimilarPair[] | undefined {
  const { least, most } = request.wanted;
  const matches = new Map<MemoryEntry, SimilarPair>();
  for (const { sentence } of found) {
    const match = matchOf(sentence, request);
    if (match !== undefined && match.similarity >= least && !matches.has(match.pair)) matches.set(match.pair, match);
  }
  const inOrder = [...matches.values()].sort((a, b) => b.similarity - a.similarity).slice(0, most);
  if (found.length < limits.most) return inOrder;
  const last = found.at(-1)?.similarity ?? 0;
  return inOrder.filter(({ similarity }) => similarity >= last).length < most ? undefined : inOrder;
}

/** Numbers that stand for tokens may be equal by chance: what is said of two sentences comes from the tokens themselves. */
function matchOf(number: number, { memory, sentence, wanted }: Asked): SimilarPair | undefined {
  const found = indexed(memory).pairs[number]!;
  const known = memory.bySource.get(found.source.normalize('NFC')) ?? [];
  const allowed = known.filter((pair) => !pair.draft && wanted.isAllowed(pair));
  const pair = bestPair(allowed, sentence.path);
  if (pair === undefined) return undefined;
  const tokens = [sentence, found].map((each) => tokensOf(each.source, memory.codesOf(each)));
  return { pair, similarity: similarity(tokens[0]!, tokens[1]!) };
}
