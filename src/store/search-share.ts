import { createSearch, type Found, type Question, type SentenceIndex } from '../memory/index.ts';

/** Look-ups that several threads share. */
export interface SharedSearch {
  readonly index: SentenceIndex;
  readonly questions: readonly Question[];
  /** One 32-bit number: the first question that nobody took yet. */
  readonly next: Int32Array;
}

/** What a thread is doing: before `begun` it took no question; when it has `ended` its answers are on the port. */
export const stages = { begun: 1, ended: 2 };

/** An answer with the number of its question. */
export type Numbered = readonly [at: number, found: readonly Found[]];

/** So many are taken at once: the threads end together, and seldom meet. */
const taken = 32;

/** Answers questions until none is left. */
export function takeShare({ index, questions, next }: SharedSearch): readonly Numbered[] {
  const search = createSearch(index);
  const answers: Numbered[] = [];
  for (let at = Atomics.add(next, 0, taken); at < questions.length; at = Atomics.add(next, 0, taken))
    for (const [offset, { tokens, limits }] of questions.slice(at, at + taken).entries())
      answers.push([at + offset, search(tokens, limits)]);
  return answers;
}
