import type { MatchKind, Pair, Range } from '../model.ts';
import type { Counts, Sentence } from './look-ahead.ts';
import type { CodesOf } from './memory.ts';
import { type Found, type Question, type SearchAll, type SentenceIndex, tokenNumbers } from './sentence-index/index.ts';
import { similarity, tokensOf } from './similarity.ts';

/** Pairs that are not in the program's memory, but for what they are found by. */
export interface StoredMemory {
  readonly index: SentenceIndex;
  readonly codesOf: CodesOf;
  pairAt(sentence: number): StoredPair;
  /** The sentences of a source document. */
  rangeOf(path: string): Range;
}

export interface StoredPair extends Pair {
  /** Of the source document, or of the file that it was imported from. */
  readonly path: string;
  readonly isImported: boolean;
  /** A number for the sentences before and after it. */
  readonly around: number;
}

/** A pair for a sentence: the same one, between the same ones or elsewhere, or one that is similar. */
export interface StoredMatch extends StoredPair {
  readonly kind: Extract<MatchKind, 'context' | 'exact'> | 'fuzzy';
  /** 0–100. */
  readonly similarity: number;
}

export type Sought = Sentence & Pick<StoredPair, 'around'>;

/** What is known for each sentence, each pair once, the best first. None is missed that is at least so similar. */
export function lookUpAll(
  memory: StoredMemory,
  sentences: readonly Sought[],
  { searchAll, ...counts }: Counts & { readonly searchAll: SearchAll },
): readonly (readonly StoredMatch[])[] {
  const questions = sentences.map((sentence) => questionOf(memory, sentence, counts));
  const answers = searchAll(memory.index, questions);
  return sentences.map((sentence, at) => {
    let [question, found] = [questions[at]!, answers[at]!];
    for (;;) {
      const matches = matchesOf(memory, sentence, found);
      // Pairs that say the same took the places of others.
      if (matches.length >= counts.most || found.length < question.limits.most) return matches.slice(0, counts.most);
      question = questionOf(memory, sentence, { least: counts.least, most: question.limits.most * 8 });
      found = searchAll(memory.index, [question])[0]!;
    }
  });
}

function questionOf({ codesOf, rangeOf }: StoredMemory, sentence: Sought, counts: Counts): Question {
  const tokens = tokenNumbers({ text: sentence.source, codes: codesOf(sentence) });
  return { tokens, limits: { ...counts, near: rangeOf(sentence.path) } };
}

function matchesOf(memory: StoredMemory, sentence: Sought, found: readonly Found[]): readonly StoredMatch[] {
  const matches = new Map<string, StoredMatch>();
  for (const one of found.map(({ sentence: at }) => matchOf(memory, sentence, memory.pairAt(at)))) {
    const name = JSON.stringify([one.source.normalize('NFC'), one.target]);
    const known = matches.get(name);
    if (known === undefined || ranks[one.kind] < ranks[known.kind]) matches.set(name, one);
  }
  return [...matches.values()].sort((a, b) => b.similarity - a.similarity || ranks[a.kind] - ranks[b.kind]);
}

const ranks = { context: 0, exact: 1, fuzzy: 2 };

function matchOf(memory: StoredMemory, sentence: Sought, pair: StoredPair): StoredMatch {
  const [own, other] = [sentence, pair].map((each) => tokensOf(each.source, memory.codesOf(each)));
  return { ...pair, kind: kindOf(sentence, pair), similarity: similarity(own!, other!) };
}

function kindOf(sentence: Sought, { source, around, isImported }: StoredPair): StoredMatch['kind'] {
  if (source.normalize('NFC') !== sentence.source.normalize('NFC')) return 'fuzzy';
  return around === sentence.around && !isImported ? 'context' : 'exact';
}
