import type { Pair } from '../model.ts';
import { bestPair, type Memory, type MemoryEntry } from './memory.ts';
import { similarity, tokensOf } from './similarity.ts';

/** Below this (0–100) a translation of the one is no help for the other. */
const leastAlike = 75;

/** A sentence and the source document that it stands in. */
export type Sentence = Pick<MemoryEntry, 'source' | 'path'>;

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
  const tokens = tokensOf(sentence.source, memory.codesOf(sentence));
  const found = [...memory.bySource.values()].flatMap((known) => {
    const pair = bestPair(
      known.filter((each) => !each.draft && wanted.isAllowed(each)),
      sentence.path,
    );
    if (pair === undefined) return [];
    const alike = similarity(tokens, tokensOf(pair.source, memory.codesOf(pair)));
    return alike < wanted.least ? [] : [{ pair, similarity: alike }];
  });
  return found.toSorted(inOrder(sentence.path)).slice(0, wanted.most);
}

const inOrder = (path: string) => (a: SimilarPair, b: SimilarPair) =>
  b.similarity - a.similarity ||
  Number(b.pair.path === path) - Number(a.pair.path === path) ||
  Number(b.pair.path < a.pair.path) - Number(a.pair.path < b.pair.path);

/** The most similar accepted pair, where one is alike at all. */
export function findSimilar(
  memory: Memory,
  sentence: Sentence,
  isAllowed: (pair: MemoryEntry) => boolean,
): Pair | undefined {
  const [best] = findMatches(memory, sentence, { least: leastAlike, most: 1, isAllowed });
  return best && { source: best.pair.source, target: best.pair.target };
}
