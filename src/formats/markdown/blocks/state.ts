import type { ParseOptions } from '../../../model.ts';
import type { Container } from './containers.ts';
import { type Cursor, cursorOver } from './cursor.ts';
import type { Emitted } from './emit.ts';
import type { Dialect, Until } from './start.ts';

/** What is open while lines are read. One leaf at most is: a paragraph (`lines`), a table or verbatim lines. */
export interface State {
  readonly line: Cursor;
  readonly dialect: Dialect;
  readonly containers: Container[];
  /** The line before was blank; another one changes nothing. */
  isBlank: boolean;
  /** The innermost container has no content yet. */
  isFresh: boolean;
  /** Starts and ends of the lines of the open paragraph, by turns. */
  lines: number[];
  /** The last of them may be the head of a table. */
  mayHead: boolean;
  /** The open paragraph is the first content of a list item. */
  isFirst: boolean;
  isTable: boolean;
  verbatim: OpenVerbatim | undefined;
  readonly emitted: Emitted;
  /** Where more containers begin than may. */
  tooDeep: number | undefined;
}

export interface OpenVerbatim {
  readonly until: Until;
  readonly isHtml: boolean;
  /** Starts and ends of its lines. */
  readonly lines: number[];
}

export interface ScanOptions {
  readonly dialect: Dialect;
  readonly parse: ParseOptions;
}

export function newState(text: string, { dialect, parse }: ScanOptions): State {
  return {
    line: cursorOver(text),
    dialect,
    containers: [],
    isBlank: false,
    isFresh: false,
    lines: [],
    mayHead: false,
    isFirst: false,
    isTable: false,
    verbatim: undefined,
    emitted: { text, options: parse, units: [], labels: new Set(), definitions: [], html: [] },
    tooDeep: undefined,
  };
}
