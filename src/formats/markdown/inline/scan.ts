import type { Code, Range } from '../../../model.ts';
import type { Dialect } from '../blocks/start.ts';
import type { Bracket } from './brackets.ts';
import type { Delimiters } from './delimiters.ts';
import type { Tag } from './tags.ts';

export type { Dialect };

/** A code that was found, before the order of all is known. */
export interface Mark extends Range {
  kind: Code['kind'];
  partner: Mark | undefined;
  /** Among all, in the end. */
  index: number;
  readonly tag: Tag | undefined;
  readonly reads: string | undefined;
  readonly whenChanged: string | undefined;
  readonly name: string | undefined;
}

/** What a mark may have besides its place. */
export type Extras = Partial<Pick<Mark, 'tag' | 'reads' | 'whenChanged' | 'name'>>;

/** A text while it is read from left to right. */
export interface Scan {
  readonly text: string;
  readonly dialect: Dialect;
  /** Normalised labels of the document's link references and footnotes. */
  readonly labels: ReadonlySet<string>;
  readonly marks: Mark[];
  readonly delimiters: Delimiters;
  readonly brackets: Bracket[];
  /** Where something was looked for and where it stood, so that nothing is looked for twice. */
  readonly found: Map<string, { readonly from: number; readonly at: number }>;
  /** Where runs of backticks start, by their length, and how many of them lie behind us. */
  backticks?: ReadonlyMap<number, { readonly starts: readonly number[]; next: number }>;
  /** A host that was no host: no address starts before this. */
  noHostBefore: number;
  /** An expression that never ends makes all further braces signs. */
  hasOpenExpression?: boolean;
  /** Quotes that are no strings: only braces count. */
  hasOddStrings?: boolean;
}

/** Where `needle` next stands; -1 where it does not. Linear for calls with growing `from`. */
export function find(scan: Scan, needle: string, from: number): number {
  const known = scan.found.get(needle);
  if (known !== undefined && from >= known.from && (known.at < 0 || known.at >= from)) return known.at;
  const at = scan.text.indexOf(needle, from);
  scan.found.set(needle, { from, at });
  return at;
}

/** End of what was read last: signs before it belong to it. */
export function lastEnd({ marks }: Scan): number {
  return marks.at(-1)?.end ?? 0;
}

export function addAlone(scan: Scan, start: number, end: number, extras: Extras = nothing): number {
  scan.marks.push(markOf('alone', start, end, extras));
  return end;
}

export function addEscape(scan: Scan, { start, end }: Range, reads: string): number {
  scan.marks.push(markOf('escape', start, end, { reads }));
  return end;
}

export function addPair(scan: Scan, start: Range & Extras, end: Range & Extras): void {
  const open = markOf('open', start.start, start.end, start);
  const close = markOf('close', end.start, end.end, end);
  open.partner = close;
  close.partner = open;
  scan.marks.push(open, close);
}

const nothing: Extras = {};

/** All of one shape: that makes them fast. */
function markOf(kind: Mark['kind'], start: number, end: number, { tag, reads, whenChanged, name }: Extras): Mark {
  return { kind, start, end, partner: undefined, index: 0, tag, reads, whenChanged, name };
}
