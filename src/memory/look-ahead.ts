import { once } from '../once.ts';
import { indexed } from './indexed.ts';
import type { Memory, MemoryEntry } from './memory.ts';
import { type Found, type Question, type SearchAll, tokenNumbers } from './sentence-index/index.ts';

/** A sentence and the source document that it stands in. */
export type Sentence = Pick<MemoryEntry, 'source' | 'path'>;

/** 0–100, and how many. */
export interface Counts {
  readonly least: number;
  readonly most: number;
}

/**
 * Looks up what is going to be looked up soon, all at once: `searchAll` may do it in several threads. What is found later
 * is the same without it.
 */
export function lookAhead(memory: Memory, sentences: readonly Sentence[], searchAll: SearchAll): void {
  if (sentences.length === 0) return;
  const questions = sentences.map((sentence) => questionOf(memory, sentence, usual));
  const answers = searchAll(indexed(memory).index, questions);
  for (const [at, sentence] of sentences.entries()) ahead(memory).set(nameOf(sentence), answers[at] ?? []);
}

/** What repairs try and engines are shown is in it. */
const usual: Counts = { least: 75, most: 5 };

const ahead = once((_: Memory) => new Map<string, readonly Found[]>());

const nameOf = ({ path, source }: Sentence): string => `${path}\n${source}`;

export function search(memory: Memory, sentence: Sentence, { least, most }: Counts): readonly Found[] {
  const known = least >= usual.least && most <= usual.most ? ahead(memory).get(nameOf(sentence)) : undefined;
  if (known !== undefined) return known.filter(({ similarity }) => similarity >= least).slice(0, most);
  const { tokens, limits } = questionOf(memory, sentence, { least, most });
  return indexed(memory).search(tokens, limits);
}

function questionOf(memory: Memory, sentence: Sentence, counts: Counts): Question {
  const near = indexed(memory).ranges.get(sentence.path) ?? nowhere;
  const text = { text: sentence.source, codes: memory.codesOf(sentence) };
  return { tokens: tokenNumbers(text), limits: { ...counts, near } };
}

const nowhere = { start: 0, end: 0 };
