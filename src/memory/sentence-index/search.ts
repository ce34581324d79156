import { type Best, type Found, isUseful, keep, type Limits, leastUseful } from './best.ts';
import { type Candidates, clear, collect, createCandidates, swap } from './candidates.ts';
import { createPattern, distance, type Pattern } from './distance.ts';
import type { SentenceIndex } from './layout.ts';
import { mostChanges, similarityOf, windowOf } from './window.ts';

/** The most similar sentences of an index to one made of these tokens, the best first. */
export type Search = (tokens: Int32Array, limits: Limits) => readonly Found[];

export interface Question {
  readonly tokens: Int32Array;
  readonly limits: Limits;
}

/** Many look-ups at once: the answers in the order of the questions. */
export type SearchAll = (index: SentenceIndex, questions: readonly Question[]) => readonly (readonly Found[])[];

export function createSearch(index: SentenceIndex): Search {
  const candidates = createCandidates(index);
  const bounds = new Float64Array(index.order.length);
  return (tokens, limits) => {
    const window = windowOf(index, tokens.length, limits.least);
    if (window.from >= window.to || limits.most < 1) return [];
    collect(candidates, tokens, index, window);
    const query = { index, pattern: createPattern(tokens), candidates, bounds };
    const best: Best = { found: [], limits };
    const compared = comparePromising(query, best);
    compareOthers(query, best, compared);
    clear(candidates);
    return best.found;
  };
}

interface Query {
  readonly index: SentenceIndex;
  readonly pattern: Pattern;
  readonly candidates: Candidates;
  /** How similar a candidate can be at most, in their order. */
  readonly bounds: Float64Array;
}

/** Once the best are known, most of the others need no second look. */
function comparePromising(query: Query, best: Best): number {
  const { ranks, hits, length } = query.candidates;
  const count = Math.min(best.limits.most, length, 8);
  for (let at = 0; at < count; at += 1) {
    let top = at;
    for (let other = at + 1; other < length; other += 1) if (hits[ranks[other]!]! > hits[ranks[top]!]!) top = other;
    swap(ranks, at, top);
    compare(query, best, query.index.order[ranks[at]!]!);
  }
  return count;
}

/** All that may be better, the one with the best bound first. */
function compareOthers(query: Query, best: Best, from: number): void {
  const { index, candidates, bounds } = query;
  for (const key of keysInOrder(query, best, from)) {
    const at = key % keyStep;
    if (100 - Math.floor(key / keyStep) / fine < leastUseful(best)) break;
    const sentence = index.order[candidates.ranks[at]!]!;
    if (isUseful(best, { sentence, similarity: bounds[at]! })) compare(query, best, sentence);
  }
}

/** In one number for each candidate its bound, rounded up, and where it stands: numbers are sorted fastest. */
const [keyStep, fine] = [2 ** 32, 2 ** 13];

function keysInOrder(query: Query, best: Best, from: number): Float64Array {
  const { index, pattern, candidates, bounds } = query;
  const least = leastUseful(best);
  const window = windowOf(index, pattern.tokens.length, least);
  const keys: number[] = [];
  for (let at = from; at < candidates.length; at += 1) {
    const rank = candidates.ranks[at]!;
    const shared = candidates.hits[rank]! + candidates.unseen;
    if (rank < window.from || rank >= window.to || shared < window.shared) continue;
    const bound = boundOf(query, rank, shared);
    if (bound < least) continue;
    bounds[at] = bound;
    keys.push(Math.floor((100 - bound) * fine) * keyStep + at);
  }
  return Float64Array.from(keys).sort();
}

function boundOf({ index, pattern }: Query, rank: number, shared: number): number {
  const sentence = index.order[rank]!;
  const [count, other] = [pattern.tokens.length, index.starts[sentence + 1]! - index.starts[sentence]!];
  const longer = Math.max(count, other);
  const changes = Math.max(Math.abs(count - other), Math.ceil((longer + 1 - shared) / 2));
  return similarityOf(longer - changes, longer);
}

function compare({ index, pattern }: Query, best: Best, sentence: number): void {
  const [start, end] = [index.starts[sentence]!, index.starts[sentence + 1]!];
  const longer = Math.max(pattern.tokens.length, end - start);
  const most = mostChanges(longer, leastUseful(best));
  const changes = distance(pattern, { tokens: index.tokens, start, end }, most);
  if (changes > most) return;
  const found = { sentence, similarity: similarityOf(longer - changes, longer) };
  if (isUseful(best, found)) keep(best, found);
}
