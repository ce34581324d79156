import { blank } from './blank.ts';

/** CommonMark: a run of backticks up to the next run of equal length in the same paragraph. */
export function maskCodeSpans(text: string): string {
  if (!text.includes('`')) return text;
  const runs = backtickRuns(text);
  const closers = closingRuns(runs);
  let masked = '';
  let done = 0;
  for (const [index, run] of runs.entries()) {
    const closer = closers[index];
    if (closer === undefined || run.start < done || text[run.start - 1] === '\\') continue;
    masked += text.slice(done, run.start) + blank(text.slice(run.start, closer.end));
    done = closer.end;
  }
  return masked + text.slice(done);
}

interface Run {
  readonly start: number;
  readonly end: number;
  /** 0 for a blank line. */
  readonly ticks: number;
}

function backtickRuns(text: string): readonly Run[] {
  return Array.from(text.matchAll(/`+|\n[ \t\r]*(?=\n)/gu), ({ 0: run, index }) => {
    return { start: index, end: index + run.length, ticks: run.startsWith('`') ? run.length : 0 };
  });
}

function closingRuns(runs: readonly Run[]): readonly (Run | undefined)[] {
  const next = new Map<number, Run>();
  const closers: (Run | undefined)[] = [];
  for (let index = runs.length - 1; index >= 0; index--) {
    const run = runs[index]!;
    if (run.ticks === 0) next.clear();
    closers[index] = next.get(run.ticks);
    if (run.ticks > 0) next.set(run.ticks, run);
  }
  return closers;
}
