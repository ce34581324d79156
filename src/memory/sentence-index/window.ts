import type { SentenceIndex } from './layout.ts';

/** The ranks of all sentences whose length alone lets them be similar enough. */
export interface Window {
  readonly from: number;
  readonly to: number;
  /** Pairs of neighbours that each of them has in common with the text, if it is similar enough. */
  readonly shared: number;
}

/**
 * `count`: tokens of the text. A change breaks two of the pairs of neighbours at most: of L + 1 with c changes L + 1 − 2c
 * are left, L being the longer count.
 */
export function windowOf({ counts, firsts }: SentenceIndex, count: number, least: number): Window {
  let [first, shared] = [0, Number.POSITIVE_INFINITY];
  while (first < counts.length && similarityOf(counts[first]!, count) < least) first += 1;
  let end = first;
  for (; end < counts.length; end += 1) {
    const longer = Math.max(counts[end]!, count);
    if (similarityOf(Math.min(counts[end]!, count), longer) < least) break;
    shared = Math.min(shared, longer + 1 - 2 * mostChanges(longer, least));
  }
  return { from: firsts[first]!, to: firsts[end]!, shared };
}

/** 0–100: what the longer of two texts has in common with the other one. */
export function similarityOf(common: number, longer: number): number {
  return longer === 0 || common >= longer ? 100 : (100 * common) / longer;
}

/** Changes with which two texts are still so similar, `longer` being the count of the longer one. */
export function mostChanges(longer: number, least: number): number {
  let changes = Math.min(longer, Math.ceil((longer * (100 - least)) / 100));
  while (changes > 0 && similarityOf(longer - changes, longer) < least) changes -= 1;
  return changes;
}
