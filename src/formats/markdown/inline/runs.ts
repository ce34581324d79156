import type { Code, Range } from '../../../model.ts';
import { classAfter, classBefore } from './characters.ts';

/** A start and an end of emphasis as somebody meant them, each with the run that it is a part of. */
export interface MeantPair {
  readonly open: Range;
  readonly close: Range;
  readonly openRun: Range;
  readonly closeRun: Range;
}

interface OpenRun {
  readonly run: Range;
  readonly start: number;
  /** The end of what is left of it. */
  to: number;
}

/**
 * Pairs runs of `*`, `_` and `~` outside of codes as brackets, whether or not CommonMark reads them so. No emphasis has one
 * of its own kind in it: a run that is as the last open one ends it.
 */
export function meantPairs(text: string, codes: readonly Code[]): readonly MeantPair[] {
  const pairs: MeantPair[] = [];
  const open: OpenRun[] = [];
  for (const run of runsOf(text, codes)) {
    let from = run.start;
    for (let last = open.at(-1); last !== undefined && from < run.end; last = open.at(-1)) {
      const [left, right] = [last.to - last.start, run.end - from];
      if (text[last.start] !== text[from] || (left !== right && left < 3 && right < 3)) break;
      const size = Math.min(2, left, right);
      pairs.push({
        open: { start: last.to - size, end: last.to },
        close: { start: from, end: from + size },
        openRun: last.run,
        closeRun: run,
      });
      last.to -= size;
      from += size;
      if (last.to === last.start) open.pop();
    }
    if (from < run.end) open.push({ run, start: from, to: run.end });
  }
  return pairs;
}

/** Emphasis that CommonMark reads is made of runs, too; all other codes are opaque. */
function runsOf(text: string, codes: readonly Code[]): readonly Range[] {
  const opaque = codes.filter(({ start, end }) => !/^[*_~]+$/.test(text.slice(start, end)));
  const runs: Range[] = [];
  let next = 0;
  for (const { 0: run, index } of text.matchAll(/\*+|_+|~+/g)) {
    while ((opaque[next]?.end ?? Number.POSITIVE_INFINITY) <= index) next += 1;
    const code = opaque[next];
    if ((code === undefined || index < code.start) && isMarkup(text, index, index + run.length)) {
      runs.push({ start: index, end: index + run.length });
    }
  }
  return runs;
}

/** A single sign between blanks is one that somebody wrote: “5 * 3”. */
function isMarkup(text: string, start: number, end: number): boolean {
  return end > start + 1 || classBefore(text, start) !== 'blank' || classAfter(text, end) !== 'blank';
}
