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
  readonly partners: Int32Array;
  /** Texts to translate. */
  readonly words: Int32Array;
  /** What is part of a sentence without being translated: templates, code. */
  readonly kept: Int32Array;
  /** Attributes whose values are read in the text. */
  readonly values: Int32Array;
  /** Tokens that are not switched off. */
  readonly on: Int32Array;
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
export function isWholeAt(tokens: readonly Token[], partners: Int32Array, at: number): boolean {
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

function wholesIn(tokens: readonly Token[], partners: Int32Array): Uint8Array {
  const inWhole = new Uint8Array(tokens.length);
  for (let at = 0; at < tokens.length; at += 1) {
    if (!isWholeAt(tokens, partners, at)) continue;
    const last = partners[at] ?? at;
    inWhole.fill(1, at, last + 1);
    at = last;
  }
  return inWhole;
}

function countsOf(tokens: readonly Token[], amountOf: (token: Token, at: number) => number | boolean): Int32Array {
  const counts = new Int32Array(tokens.length + 1);
  for (const [at, token] of tokens.entries()) counts[at + 1] = (counts[at] ?? 0) + Number(amountOf(token, at));
  return counts;
}
