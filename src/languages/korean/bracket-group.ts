/** A group in round brackets at the end of a text. */
export interface BracketGroup {
  /** Where it opens. */
  readonly start: number;
  readonly inner: string;
}

/** Nested brackets belong to it. */
export function bracketGroup(text: string): BracketGroup | undefined {
  if (!/[)）]$/u.test(text)) return undefined;
  let depth = 0;
  for (let start = text.length - 1; start >= 0; start -= 1) {
    if (/[)）]/u.test(text[start]!)) depth += 1;
    if (/[(（]/u.test(text[start]!)) depth -= 1;
    if (depth === 0) return { start, inner: text.slice(start + 1, -1) };
  }
  return undefined;
}
