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
  readonly sign: string;
  /** What is left of it. */
  to: number;
}

/** Pairs runs of `*`, `_` and `~` outside of codes as brackets, whether or not CommonMark reads them so. */
export function meantPairs(text: string, codes: readonly Code[]): readonly MeantPair[] {
  const pairs: MeantPair[] = [];
  const open: OpenRun[] = [];
  for (const run of runsOf(text, codes)) {
    const sign = text[run.start] ?? '';
    let from = run.start;
    for (let last = open.at(-1); last !== undefined && closes(text, { run, from }, last); last = open.at(-1)) {
      const size = Math.min(2, last.to - last.run.start, run.end - from);
      pairs.push({
        open: { start: last.to - size, end: last.to },
        close: { start: from, end: from + size },
        openRun: last.run,
        closeRun: run,
      });
      last.to -= size;
      from += size;
      if (last.to === last.run.start) open.pop();
      if (from === run.end) break;
    }
    if (from < run.end && from === run.start) open.push({ run, sign, to: run.end });
  }
  return pairs;
}

/** A run behind a blank starts, one before a blank ends; between signs it ends what began with as many. */
function closes(text: string, { run, from }: { readonly run: Range; readonly from: number }, last: OpenRun): boolean {
  if (last.sign !== text[run.start]) return false;
  const [before, after] = [classBefore(text, run.start), classAfter(text, run.end)];
  if (after === 'blank' && before !== 'blank') return true;
  const left = last.to - last.run.start;
  const size = run.end - from;
  return (before !== 'blank' || after === 'blank') && (left === size || left > 2 || size > 2);
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

function isMarkup(text: string, start: number, end: number): boolean {
  const [before, after] = [classBefore(text, start), classAfter(text, end)];
  if (text[start] === '_' && before === 'other' && after === 'other') return true;
  return before !== 'blank' || after !== 'blank';
}
