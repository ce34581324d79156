import type { Range } from '../../model.ts';

/** A word of a sentence; parts that hyphens join are one. */
export interface Token extends Range {
  readonly text: string;
  /** What stands before it, since the word before. */
  readonly gap: string;
  /** A sentence may begin with it: its capital says nothing. */
  readonly isFirst: boolean;
}

/** Words that touch what is hidden (U+FFFC) are left out: they are parts of something known. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let done = 0;
  for (const { 0: word, index } of text.matchAll(wordPattern)) {
    const end = index + word.length;
    const gap = text.slice(done, index);
    done = end;
    if (
      word.length > longest ||
      /\uFFFC[-‐‑’']?$/u.test(text.slice(Math.max(0, index - 2), index)) ||
      /^[-‐‑]?\uFFFC/u.test(text.slice(end, end + 2))
    )
      continue;
    const isFirst = tokens.length === 0 ? !/\uFFFC/u.test(text.slice(0, index)) : /[„“”"»«:.!?…|•]/u.test(gap);
    tokens.push({ start: index, end, text: word, gap, isFirst });
  }
  return tokens;
}

/** In UTF-16 units; no name is longer. */
const longest = 60;

const wordPattern = /[\p{L}\p{M}\p{N}]+(?:[-‐‑][\p{L}\p{M}\p{N}]+)*/gu;

export const isCapital = ({ text }: Pick<Token, 'text'>): boolean => /^\p{Lu}/u.test(text);

/** They stand side by side, with one blank between them. */
export const isBeside = (token: Token | undefined): token is Token =>
  token !== undefined && /^[ \u00A0]$/u.test(token.gap);
