import { bias, weights } from './weights.ts';
import { englishWords, germanWords } from './words.ts';

/**
 * Whether a word in lower case is German and no word of another language: nine in ten German words are known by their look,
 * and one in 500 English ones is taken for German. Jargon (`regex`, `kubectl`) looks like nothing.
 */
export function looksGerman(word: string): boolean {
  if (/[äöüß]/.test(word) || germanWords.has(word)) return true;
  if (englishWords.has(word)) return false;
  const text = `^${word}$`;
  let score = bias;
  for (let at = 0; at + 3 <= text.length; at += 1) score += weights.get(text.slice(at, at + 3)) ?? 0;
  return score > leastScore;
}

const leastScore = 5;
