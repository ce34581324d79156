import type { Range } from '../model.ts';
import { createPattern, distance } from './sentence-index/distance.ts';

/**
 * How alike two texts are, 0–100: 1 − Levenshtein distance over tokens / the longer count. A token is a lower-cased run
 * of letters, a run of digits, a single sign, or an inline code.
 */
export function similarity(a: readonly string[], b: readonly string[]): number {
  const longer = Math.max(a.length, b.length);
  if (longer === 0) return 100;
  const numbers = new Map<string, number>();
  const [left, right] = [numbersOf(a, numbers), numbersOf(b, numbers)];
  const changes = distance(createPattern(left), { tokens: right, start: 0, end: right.length }, longer);
  return (100 * (longer - changes)) / longer;
}

/** Equal tokens have equal numbers. */
function numbersOf(tokens: readonly string[], known: Map<string, number>): Int32Array {
  return Int32Array.from(tokens, (token) => {
    const number = known.get(token) ?? known.size;
    known.set(token, number);
    return number;
  });
}

/** `codes`: where inline codes stand, in order. Each is one token, which is equal to none of a text. */
export function tokensOf(text: string, codes: readonly Range[] = []): readonly string[] {
  if (codes.length === 0) return wordsOf(text);
  let from = 0;
  const tokens = codes.flatMap(({ start, end }) => {
    const before = wordsOf(text.slice(from, start));
    from = end;
    return [...before, `\n${text.slice(start, end)}`];
  });
  return [...tokens, ...wordsOf(text.slice(from))];
}

function wordsOf(text: string): readonly string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}]+|\p{Nd}+|[^\s\p{L}\p{M}\p{Nd}]/gu) ?? []
  );
}
