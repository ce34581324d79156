import type { Range } from '../model.ts';

/**
 * How alike two texts are, 0–100: 1 − Levenshtein distance over tokens / the longer count. A token is a lower-cased run
 * of letters, a run of digits, a single sign, or an inline code.
 */
export function similarity(a: readonly string[], b: readonly string[]): number {
  const longer = Math.max(a.length, b.length);
  if (longer === 0) return 100;
  const changes = a.length * b.length > mostCells ? longer - common(a, b) : distance(a, b);
  return (100 * (longer - changes)) / longer;
}

/** Of longer texts (a thousand words each) only the words count, not their order. */
const mostCells = 1_000_000;

function common(a: readonly string[], b: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const token of a) counts.set(token, (counts.get(token) ?? 0) + 1);
  return b.filter((token) => {
    const count = counts.get(token) ?? 0;
    counts.set(token, count - 1);
    return count > 0;
  }).length;
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

function distance(a: readonly string[], b: readonly string[]): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (const [at, token] of a.entries()) {
    const next = [at + 1];
    for (const [column, other] of b.entries()) {
      const substituted = (row[column] ?? 0) + (token === other ? 0 : 1);
      next.push(Math.min(substituted, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
