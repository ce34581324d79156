/**
 * How alike two texts are, 0–100: 1 − Levenshtein distance over tokens / the longer count. A token is a lower-cased run
 * of letters, a run of digits, or a single sign.
 */
export function similarity(a: readonly string[], b: readonly string[]): number {
  const longer = Math.max(a.length, b.length);
  return longer === 0 ? 100 : 100 * (1 - distance(a, b) / longer);
}

export function tokensOf(text: string): readonly string[] {
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
