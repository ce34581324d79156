import type { Range } from '../../model.ts';
import { partnersOf } from '../partners.ts';
import { inlineAttributes } from './attributes.ts';
import type { Context } from './contexts.ts';
import { isOpening, isRead, isWhole } from './elements.ts';
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
  const count = (amountOf: (token: Token, at: number) => number | boolean) => countsOf(tokens, amountOf);
  const paired = { ...run, partners: partnersOf(tokens, isOpening), on: count((_, at) => !contexts[at]?.isOff) };
  const inWhole = wholesIn(paired);
  return {
    ...paired,
    words: count((token, at) => token.kind === 'text' && !inWhole[at] && hasWords(text, token, 'text')),
    kept: count((token, at) => token.kind === 'template' || (isWholeAt(paired, at) && isRead(token))),
    values: count((token, at) => (inWhole[at] ? 0 : inlineAttributes(token, extra).length)),
  };
}

type Paired = Pick<Run, 'tokens' | 'contexts' | 'partners' | 'on'>;

/** Whether a pair that stands in a sentence as one begins here. One that is switched off is none if something in it is on. */
export function isWholeAt({ tokens, contexts, partners, on }: Paired, at: number): boolean {
  const partner = partners[at] ?? -1;
  return partner > at && isWhole(tokens[at]!) && (!contexts[at]?.isOff || on[partner + 1] === on[at]);
}

/** The parts of a run between what is switched off, except for elements that are so as a whole: codes in their sentence. */
export function* stretchesOf(run: Run): Generator<Range> {
  const { tokens, contexts, partners } = run;
  let start = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    if (!contexts[at]?.isOff) continue;
    if (isWholeAt(run, at)) at = partners[at] ?? at;
    else {
      yield { start, end: at };
      start = at + 1;
    }
  }
  yield { start, end: tokens.length };
}

function wholesIn(run: Paired): readonly boolean[] {
  const inWhole = run.tokens.map(() => false);
  for (let at = 0; at < inWhole.length; at += 1) {
    if (!isWholeAt(run, at)) continue;
    const last = run.partners[at] ?? at;
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
