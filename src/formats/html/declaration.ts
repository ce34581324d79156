import type { Source } from './source.ts';

/**
 * Where the comment, declaration, processing instruction or broken end tag ends whose `<` stands at `at`: at infinity where
 * nothing ends it; `undefined`: the `<` is text.
 */
export function commentEnd(source: Source, at: number): number | undefined {
  const { text } = source;
  const next = text[at + 1];
  if (next === '/') return at + 2 < text.length ? source.find('>', at + 2) + 1 : undefined;
  if (next === '?') return source.find('>', at + 2) + 1;
  if (next !== '!') return undefined;
  if (!text.startsWith('--', at + 2)) return source.find('>', at + 2) + 1;
  return Math.min(source.find('-->', at + 2) + 3, source.find('--!>', at + 4) + 4);
}
