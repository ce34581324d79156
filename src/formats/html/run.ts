import type { Range } from '../../model.ts';
import { inlineAttributes } from './attributes.ts';
import type { Context } from './contexts.ts';
import { isRead, isWhole } from './elements.ts';
import { partnersOf } from './pairs.ts';
import type { Token } from './token.ts';
import { hasWords } from './words.ts';

/** Text and the tags in it, between two tags of blocks. Counts are of what stands before each token, so that a part's is a difference. */
export interface Run {
  readonly text: string;
  readonly extra: readonly string[];
  readonly tokens: readonly Token[];
  readonly contexts: readonly Context[];
  readonly partners: readonly number[];
  /** Texts to translate. */
  readonly words: readonly number[];
  /** What is part of a sentence without being translated: templates, code. */
  readonly kept: readonly number[];
  /** Attributes whose values are read in the text. */
  readonly values: readonly number[];
  /** Tokens that are not switched off. */
  readonly on: readonly number[];
}

export function runOf(run: Pick<Run, 'text' | 'extra' | 'tokens' | 'contexts'>): Run {
  const { tokens, contexts, text, extra } = run;
  const partners = partnersOf(tokens);
  const inWhole = wholesIn(tokens, partners);
  const count = (amountOf: (token: Token, at: number) => number | boolean) => countsOf(tokens, amountOf);
  return {
    ...run,
    partners,
    words: count((token, at) => token.kind === 'text' && !inWhole[at] && hasWords(text, token, 'text')),
    kept: count((token, at) => token.kind === 'template' || (isWholeAt(tokens, partners, at) && isRead(token))),
    values: count((token, at) => (inWhole[at] ? 0 : inlineAttributes(token, extra).length)),
    on: count((_, at) => !contexts[at]?.isOff),
  };
}

/** Whether a pair that stands in a sentence as one begins here. */
export function isWholeAt(tokens: readonly Token[], partners: readonly number[], at: number): boolean {
  return (partners[at] ?? -1) > at && isWhole(tokens[at]!);
}

/** The parts of a run between what is not translated; a pair of tags around nothing else is a code in its sentence. */
export function* stretchesOf({ tokens, contexts, partners, on }: Run): Generator<Range> {
  let start = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    if (!contexts[at]?.isOff) continue;
    const partner = partners[at] ?? -1;
    if (partner > at && on[partner + 1] === on[at]) {
      at = partner;
      continue;
    }
    yield { start, end: at };
    start = at + 1;
  }
  yield { start, end: tokens.length };
}

function wholesIn(tokens: readonly Token[], partners: readonly number[]): readonly boolean[] {
  const inWhole = tokens.map(() => false);
  for (let at = 0; at < tokens.length; at += 1) {
    if (!isWholeAt(tokens, partners, at)) continue;
    const last = partners[at] ?? at;
    inWhole.fill(true, at, last + 1);
    at = last;
  }
  return inWhole;
}

function countsOf(
  tokens: readonly Token[],
  amountOf: (token: Token, at: number) => number | boolean,
): readonly number[] {
  const counts = [0];
  for (const [at, token] of tokens.entries()) counts.push((counts[at] ?? 0) + Number(amountOf(token, at)));
  return counts;
}
