import type { Range } from '../../model.ts';
import { isRead } from './elements.ts';
import { isWholeAt, type Run } from './run.ts';
import { trimmed } from './words.ts';

/**
 * The tokens of a stretch without what is not part of its sentences at its ends: white space, comments, tags without a
 * partner, pairs without a word, and pairs around all of it.
 */
export function trimRun(run: Run, stretch: Range): Range {
  let { start, end } = stretch;
  for (;;) {
    start = skipLead(run, start, end);
    end = skipTrail(run, start, end);
    if (start >= end || !isPairAround(run, start, end)) return { start, end };
    start += 1;
    end -= 1;
  }
}

function isPairAround(run: Run, start: number, end: number): boolean {
  return run.partners[start] === end - 1 && end - 1 > start && !isWholeAt(run, start);
}

function skipLead(run: Run, from: number, end: number): number {
  let start = from;
  while (start < end && !isPart(run, start)) {
    const partner = run.partners[start] ?? -1;
    const isInside = partner > start && partner < end;
    if (isInside && hasText(run, start, partner)) break;
    start = isInside ? partner + 1 : start + 1;
  }
  return start;
}

function skipTrail(run: Run, start: number, to: number): number {
  let end = to;
  while (end > start && !isPart(run, end - 1)) {
    const partner = run.partners[end - 1] ?? -1;
    const isInside = partner >= start && partner < end - 1;
    if (isInside && hasText(run, partner, end - 1)) break;
    end = isInside ? partner : end - 1;
  }
  return end;
}

/** A token that alone is part of a sentence. */
function isPart({ text, tokens }: Run, at: number): boolean {
  const token = tokens[at]!;
  if (token.kind !== 'text') return token.kind === 'template';
  const { start, end } = trimmed(text, token);
  return start < end;
}

function hasText(run: Run, open: number, close: number): boolean {
  if (isWholeAt(run, open)) return isRead(run.tokens[open]!);
  const { words, kept } = run;
  return words[open] !== words[close] || kept[open] !== kept[close];
}
