import type { Range } from '../../../model.ts';
import type { Cursor } from './cursor.ts';

/** What begins in a line, where no paragraph does or goes on. */
export type Start =
  | { readonly kind: 'quote' }
  /** `end`: behind its marker. */
  | { readonly kind: 'item'; readonly end: number }
  | { readonly kind: 'note'; readonly end: number; readonly label?: string; readonly title?: Range }
  | { readonly kind: 'heading'; readonly content: Range }
  /** The line under a heading; the open paragraph is the heading. */
  | { readonly kind: 'underline' }
  /** The second line of a table; the last line of the open paragraph is the first. */
  | { readonly kind: 'table' }
  /** A line that is no paragraph, with a title at most: a ruler, the fence of a directive, a shortcode. */
  | { readonly kind: 'line'; readonly title?: Range | undefined }
  | Verbatim;

/** Lines that are no Markdown, up to one that ends them. */
export interface Verbatim {
  readonly kind: 'verbatim';
  readonly language: 'html' | 'other';
  /** Absent: the line that it began in is all. */
  readonly until?: Until | undefined;
}

export interface Until {
  /** Whether this line is the last. */
  readonly ends: (line: Cursor) => boolean;
  /** Whether the last line belongs to it. */
  readonly includes: boolean;
}

/** Where a line stands. */
export interface Context {
  /** Starts and ends of the lines of the open paragraph, by turns; none: no paragraph is open. */
  readonly lines: readonly number[];
  /** The line lacks prefixes of the containers that the paragraph is in. */
  readonly isLazy: boolean;
  /** The last of the lines could be the head of a table: it has less than four blanks before it. */
  readonly mayHead: boolean;
  readonly dialect: Dialect;
}

export type Dialect = 'markdown' | 'mdx';
