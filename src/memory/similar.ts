import type { Pair } from '../model.ts';
import { indexed } from './indexed.ts';
import { bestPair, type Memory, type MemoryEntry } from './memory.ts';
import { createNumbers, type Found, hashTokens, type Limits, type SentenceIndex } from './sentence-index/index.ts';
import { similarity, tokensOf } from './similarity.ts';

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

/** A look-up in an index. */
export interface Question {
  readonly tokens: Int32Array;
  readonly limits: Limits;
}

/** Many look-ups at once: the answers in the order of the questions. */
export type SearchAll = (index: SentenceIndex, questions: readonly Question[]) => readonly (readonly Found[])[];

/**
 * Accepted pairs whose sources are at least so similar, one a source, the best first: of equals those of the same
 * document, then those that come first in the order of paths. None is missed.
 */
export function findMatches(memory: Memory, sentence: Sentence, wanted: Wanted): readonly SimilarPair[] {
  const { search } = indexed(memory);
  for (let most = wanted.most; ; most *= 8) {
    const { tokens, limits } = questionOf(memory, sentence, { ...wanted, most });
    const matches = matchesOf(search(tokens, limits), limits, { memory, sentence, wanted });
    if (matches !== undefined) return matches;
  }
}

/** What is looked for, and where. */
export interface Request {
  readonly memory: Memory;
  readonly sentence: Sentence;
  readonly wanted: Wanted;
}

/** The same for many sentences of one memory. */
export function findEach(requests: readonly Request[], searchAll: SearchAll): readonly (readonly SimilarPair[])[] {
  const [first] = requests;
  if (first === undefined) return [];
  const questions = requests.map(({ memory, sentence, wanted }) => questionOf(memory, sentence, wanted));
  const answers = searchAll(indexed(first.memory).index, questions);
  return requests.map((request, at) => {
    const matches = matchesOf(answers[at] ?? [], questions[at]!.limits, request);
    return matches ?? findMatches(request.memory, request.sentence, request.wanted);
  });
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

function questionOf(memory: Memory, sentence: Sentence, { least, most }: Omit<Wanted, 'isAllowed'>): Question {
  const numbers = createNumbers();
  hashTokens({ text: sentence.source, codes: memory.codesOf(sentence) }, numbers);
  const near = indexed(memory).ranges.get(sentence.path) ?? nowhere;
  return { tokens: numbers.list.slice(0, numbers.length), limits: { least, most, near } };
}

const nowhere = { start: 0, end: 0 };

/** Absent: those that are not allowed, or say the same, took the places of others that may be as good. */
function matchesOf(found: readonly Found[], limits: Limits, request: Request): readonly SimilarPair[] | undefined {
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
function matchOf(number: number, { memory, sentence, wanted }: Request): SimilarPair | undefined {
  const found = indexed(memory).pairs[number]!;
  const known = memory.bySource.get(found.source.normalize('NFC')) ?? [];
  const allowed = known.filter((pair) => !pair.draft && wanted.isAllowed(pair));
  const pair = bestPair(allowed, sentence.path);
  if (pair === undefined) return undefined;
  const tokens = [sentence, found].map((each) => tokensOf(each.source, memory.codesOf(each)));
  return { pair, similarity: similarity(tokens[0]!, tokens[1]!) };
}
