import type { Code, Range } from '../../../model.ts';
import type { Bracket } from './brackets.ts';
import type { Delimiters } from './delimiters.ts';
import type { Tag } from './tags.ts';

export type Dialect = 'markdown' | 'mdx';

/** A code that was found, before the order of all is known. */
export interface Mark extends Range {
  kind: Code['kind'];
  partner?: Mark;
  readonly tag?: Tag | undefined;
  readonly reads?: string;
  readonly whenChanged?: string | undefined;
  readonly name?: string | undefined;
}

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

export function addAlone(scan: Scan, start: number, end: number): number {
  scan.marks.push({ kind: 'alone', start, end });
  return end;
}

export function addEscape(scan: Scan, range: Range, reads: string): number {
  scan.marks.push({ kind: 'escape', ...range, reads });
  return range.end;
}

export function addPair(
  scan: Scan,
  start: Range & { readonly name?: string },
  end: Pick<Mark, 'start' | 'end' | 'name' | 'whenChanged'>,
): void {
  const open: Mark = { ...start, kind: 'open' };
  const close: Mark = { ...end, kind: 'close', partner: open };
  open.partner = close;
  scan.marks.push(open, close);
}
