// Not from the list of the whole memory: a thread loads what it needs.
import { createSearch, type Found, type Question, type SentenceIndex } from '../memory/sentence-index/index.ts';

/** Look-ups that several threads share: arrays that none of them copies. */
export interface SharedSearch {
  readonly index: SentenceIndex;
  /** The tokens of all questions; where those of each begin, and where the last ones end. */
  readonly tokens: Int32Array;
  readonly starts: Uint32Array;
  /** Four numbers a question. */
  readonly limits: Float64Array;
  /** One number: the first question that nobody took yet. */
  readonly next: Int32Array;
}

export function shareQuestions(index: SentenceIndex, questions: readonly Question[]): SharedSearch {
  const shared = (numbers: number, size: number) => new SharedArrayBuffer(numbers * size);
  const count = questions.reduce((sum, { tokens }) => sum + tokens.length, 0);
  const starts = new Uint32Array(shared(questions.length + 1, 4));
  const tokens = new Int32Array(shared(count, 4));
  const limits = new Float64Array(shared(4 * questions.length, 8));
  for (const [at, question] of questions.entries()) {
    const { least, most, near } = question.limits;
    tokens.set(question.tokens, starts[at]);
    starts[at + 1] = starts[at]! + question.tokens.length;
    limits.set([least, most, near.start, near.end], 4 * at);
  }
  return { index, tokens, starts, limits, next: new Int32Array(shared(1, 4)) };
}

/** What a thread is doing: before `begun` it took no question; when it has `ended` its answers are on the port. */
export const stages = { begun: 1, ended: 2 };

/** So many are taken at once: the threads end together, and seldom meet. */
const taken = 32;

/** Answers questions until none is left: for each its number, how many were found, and of these sentence and similarity. */
export function takeShare({ index, tokens, starts, limits, next }: SharedSearch): Float64Array {
  const search = createSearch(index);
  const answers: number[] = [];
  const count = starts.length - 1;
  for (let from = Atomics.add(next, 0, taken); from < count; from = Atomics.add(next, 0, taken))
    for (let at = from; at < Math.min(count, from + taken); at += 1) {
      const near = { start: limits[4 * at + 2]!, end: limits[4 * at + 3]! };
      const own = { least: limits[4 * at]!, most: limits[4 * at + 1]!, near };
      const found = search(tokens.subarray(starts[at], starts[at + 1]), own);
      answers.push(at, found.length);
      for (const { sentence, similarity } of found) answers.push(sentence, similarity);
    }
  return Float64Array.from(answers);
}

export function readAnswers(answers: Float64Array): readonly (readonly [question: number, found: readonly Found[]])[] {
  const read: [number, Found[]][] = [];
  for (let at = 0; at < answers.length; ) {
    const [question, count] = [answers[at]!, answers[at + 1]!];
    const end = at + 2 + 2 * count;
    const found: Found[] = [];
    for (at += 2; at < end; at += 2) found.push({ sentence: answers[at]!, similarity: answers[at + 1]! });
    read.push([question, found]);
  }
  return read;
}
