import { addAlone, type Scan } from './scan.ts';

/** A code span ends at the next run of as many backticks. */
export function readBackticks(scan: Scan, at: number): number {
  const { text } = scan;
  let end = at + 1;
  while (text[end] === '`') end += 1;
  scan.backticks ??= runsOf(text);
  const runs = scan.backticks.get(end - at);
  if (runs === undefined) return end;
  while ((runs.starts[runs.next] ?? Number.POSITIVE_INFINITY) < end) runs.next += 1;
  const close = runs.starts[runs.next];
  return close === undefined ? end : addAlone(scan, at, close + end - at);
}

function runsOf(text: string): ReadonlyMap<number, { readonly starts: number[]; next: number }> {
  const runs = new Map<number, { readonly starts: number[]; next: number }>();
  for (const { 0: run, index } of text.matchAll(/`+/g)) {
    const known = runs.get(run.length);
    if (known === undefined) runs.set(run.length, { starts: [index], next: 0 });
    else known.starts.push(index);
  }
  return runs;
}
