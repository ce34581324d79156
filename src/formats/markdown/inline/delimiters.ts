import { classAfter, classBefore } from './characters.ts';
import { addPair, type Scan } from './scan.ts';

/** A run of `*`, `_` or `~` that may start or end emphasis. Ends are taken from its left, starts from its right. */
export interface Delimiter {
  readonly sign: string;
  from: number;
  to: number;
  /** As it was written. */
  readonly length: number;
  readonly canOpen: boolean;
  readonly canClose: boolean;
  before?: Delimiter | undefined;
  after?: Delimiter | undefined;
}

/** A list that is linked both ways: whatever lies between a start and its end leaves it. */
export interface Delimiters {
  last?: Delimiter | undefined;
}

export function readRun(scan: Scan, at: number): number {
  const { text, delimiters } = scan;
  const sign = text[at] ?? '';
  let end = at + 1;
  while (text[end] === sign) end += 1;
  const run: Delimiter = {
    sign,
    from: at,
    to: end,
    length: end - at,
    ...flanking(text, at, end),
    before: delimiters.last,
    after: undefined,
  };
  if ((!run.canOpen && !run.canClose) || (sign === '~' && run.length > 2)) return end;
  if (delimiters.last !== undefined) delimiters.last.after = run;
  delimiters.last = run;
  return end;
}

/** CommonMark 6.2, rules 1 to 8; GFM's `~` follows those of `*`. */
export function flanking(text: string, start: number, end: number): { canOpen: boolean; canClose: boolean } {
  const [before, after] = [classBefore(text, start), classAfter(text, end)];
  const left = after !== 'blank' && (after !== 'punctuation' || before !== 'other');
  const right = before !== 'blank' && (before !== 'punctuation' || after !== 'other');
  if (text[start] !== '_') return { canOpen: left, canClose: right };
  return {
    canOpen: left && (!right || before === 'punctuation'),
    canClose: right && (!left || after === 'punctuation'),
  };
}

/**
 * CommonMark's algorithm over the runs behind `bottom`: from left to right each end takes the nearest start. Where none
 * was found once, nobody looks again: that keeps it linear.
 */
export function pairRuns(scan: Scan, bottom: Delimiter | undefined): void {
  const { delimiters } = scan;
  const searched = new Map<string, number>();
  let close = firstBehind(delimiters, bottom);
  while (close !== undefined) {
    const open = close.canClose ? findOpen(close, searched.get(keyOf(close)) ?? -1, bottom) : undefined;
    if (open !== undefined) {
      close = pair(scan, open, close);
      continue;
    }
    const { after } = close;
    if (close.canClose) {
      searched.set(keyOf(close), close.from);
      if (!close.canOpen) remove(delimiters, close);
    }
    close = after;
  }
  delimiters.last = bottom;
  if (bottom !== undefined) bottom.after = undefined;
}

function firstBehind({ last }: Delimiters, bottom: Delimiter | undefined): Delimiter | undefined {
  let first: Delimiter | undefined;
  for (let run = last; run !== undefined && run !== bottom; run = run.before) first = run;
  return first;
}

/** Ends that look for the same starts. */
function keyOf({ sign, length, canOpen }: Delimiter): string {
  return `${sign}${sign === '~' ? length : length % 3}${canOpen}`;
}

function findOpen(close: Delimiter, searched: number, bottom: Delimiter | undefined): Delimiter | undefined {
  for (let open = close.before; open !== undefined && open !== bottom && open.from >= searched; open = open.before) {
    if (open.sign === close.sign && open.canOpen && agree(open, close)) return open;
  }
  return undefined;
}

/** The rule of three. */
function agree(open: Delimiter, close: Delimiter): boolean {
  if (close.sign === '~') return open.length === close.length;
  return !(open.canClose || close.canOpen) || close.length % 3 === 0 || (open.length + close.length) % 3 !== 0;
}

/** The run that is looked at next. */
function pair(scan: Scan, open: Delimiter, close: Delimiter): Delimiter | undefined {
  const { delimiters } = scan;
  const size = close.sign === '~' ? close.length : Math.min(2, open.to - open.from, close.to - close.from);
  const name = (close.sign === '~' ? '~~' : '**').slice(0, size);
  addPair(scan, { start: open.to - size, end: open.to, name }, { start: close.from, end: close.from + size, name });
  open.to -= size;
  close.from += size;
  open.after = close;
  close.before = open;
  if (open.from === open.to) remove(delimiters, open);
  if (close.from < close.to) return close;
  remove(delimiters, close);
  return close.after;
}

function remove(delimiters: Delimiters, { before, after }: Delimiter): void {
  if (before !== undefined) before.after = after;
  if (after === undefined) delimiters.last = before;
  else after.before = before;
}
