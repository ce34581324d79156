import type { Took } from './took.ts';

/** A line of a report: what was measured, how fast it was, and what wordferry is beside it. */
export interface Line {
  readonly name: string;
  readonly figures: string;
  readonly ratio?: string;
}

export interface Report {
  readonly title: string;
  readonly lines: readonly Line[];
}

/** Files and the time that they took. */
export interface Files {
  readonly files: number;
  readonly took: Took;
}

export function print({ title, lines }: Report): void {
  console.log(`\n${title}`);
  const widthOf = (texts: readonly string[]) => Math.max(...texts.map((text) => text.length));
  const [names, figures] = [widthOf(lines.map(({ name }) => name)), widthOf(lines.map((line) => line.figures))];
  for (const line of lines)
    console.log(`  ${line.name.padEnd(names)}  ${line.figures.padEnd(figures)}  ${line.ratio ?? ''}`.trimEnd());
}

/** A figure as people compare it: two digits, and from 10 on all before the point. */
export function figure(value: number): string {
  return value < 10 ? value.toPrecision(2) : Math.round(value).toLocaleString('en');
}

export function speedOf({ files, took }: Files): string {
  return `${figure(files / took.wall)} files/s, ${figure(files / took.cpu)} files per CPU second`;
}

export function fasterThan(peer: Files, wordferry: Files): string {
  return `wordferry is ${ratio(wordferry, peer, 'wall')} × as fast, ${ratio(wordferry, peer, 'cpu')} × by CPU time`;
}

export function longerThan(floor: Files, wordferry: Files): string {
  return `wordferry takes ${ratio(floor, wordferry, 'wall')} × as long, ${ratio(floor, wordferry, 'cpu')} × the CPU time`;
}

/** How many times as many files the first does in the same time. */
function ratio(a: Files, b: Files, time: keyof Took): string {
  return figure(a.files / a.took[time] / (b.files / b.took[time]));
}
