import type { Code, Piece } from '../../../model.ts';
import { classAfter, classBefore } from './characters.ts';
import { flanking } from './delimiters.ts';
import type { MeantPair } from './runs.ts';

/** Codes by where they start and where they end; those of no width are left out. */
export interface CodeEdges {
  readonly starts: ReadonlyMap<number, Code>;
  readonly ends: ReadonlyMap<number, Code>;
}

export function edgesOf(codes: readonly Code[]): CodeEdges {
  const wide = codes.filter(({ start, end }) => end > start);
  return {
    starts: new Map(wide.map((code) => [code.start, code])),
    ends: new Map(wide.map((code) => [code.end, code])),
  };
}

/** What to write in the place of the two ends of a pair; nothing where CommonMark reads them as they are. */
export function mendPair(text: string, codes: CodeEdges, pair: MeantPair): readonly Piece[] {
  const { openRun, closeRun } = pair;
  const canOpen = flanking(text, openRun.start, openRun.end).canOpen;
  const canClose = flanking(text, closeRun.start, closeRun.end).canClose;
  if (canOpen && canClose) return [];
  const isWhole =
    pair.open.end - pair.open.start === openRun.end - openRun.start &&
    pair.close.end - pair.close.start === closeRun.end - closeRun.start;
  const edges = isWhole ? moveEdges(text, codes, pair) : { start: openRun.end, end: closeRun.start };
  const moved = edges ?? { start: openRun.end, end: closeRun.start };
  return rewrite(text, { pair, start: moved.start, end: moved.end });
}

/** Where what is emphasised starts and ends. */
interface Edges {
  readonly start: number;
  readonly end: number;
}

/** Blanks, punctuation and what stands in brackets leave the emphasis until both ends are read as such. */
function moveEdges(text: string, codes: CodeEdges, { openRun, closeRun }: MeantPair): Edges | undefined {
  let [start, end] = [openRun.end, closeRun.start];
  while (start < end) {
    const before = start > openRun.end ? classBefore(text, start) : classBefore(text, openRun.start);
    const after = end < closeRun.start ? classAfter(text, end) : classAfter(text, closeRun.end);
    const [first, last] = [classAfter(text, start), classBefore(text, end)];
    const canOpen = first !== 'blank' && (first !== 'punctuation' || before !== 'other');
    const canClose = last !== 'blank' && (last !== 'punctuation' || after !== 'other');
    if (canOpen && canClose) return { start, end };
    const next = canClose ? shrinkStart(text, codes, { start, end }) : shrinkEnd(text, codes, { start, end });
    if (next === undefined) return undefined;
    [start, end] = [next.start, next.end];
  }
  return undefined;
}

function shrinkEnd(text: string, codes: CodeEdges, { start, end }: Edges): Edges | undefined {
  const code = codes.ends.get(end);
  if (code !== undefined) return code.kind === 'escape' ? { start, end: code.start } : undefined;
  const last = text[end - 1] ?? '';
  const open = brackets.get(last);
  if (open === undefined) return isMovable(last) ? { start, end: end - 1 } : undefined;
  if (text[start] === open && isOnlyPair(text, { start, end })) return { start: start + 1, end: end - 1 };
  const inner = text.slice(start, end - 1);
  const from = inner.lastIndexOf(open);
  const isGloss = /[)\]）]/.test(last) && from > 0 && !/[\\`*_~[<&$:{@]/.test(inner.slice(from + 1));
  return isGloss ? { start, end: start + from } : undefined;
}

function shrinkStart(text: string, codes: CodeEdges, { start, end }: Edges): Edges | undefined {
  const code = codes.starts.get(start);
  if (code !== undefined) return code.kind === 'escape' ? { start: code.end, end } : undefined;
  const first = text[start] ?? '';
  const close = [...brackets].find(([, open]) => open === first)?.[0];
  if (close === undefined) return isMovable(first) ? { start: start + 1, end } : undefined;
  return text[end - 1] === close && isOnlyPair(text, { start, end }) ? { start: start + 1, end: end - 1 } : undefined;
}

/** Closing and opening marks that go together. */
const brackets: ReadonlyMap<string, string> = new Map(
  ['()', '[]', '（）', '“”', '‘’', '„“', '‚‘', '«»', '»«', '‹›', '「」', '『』', '《》', '〈〉', '""', "''"].map(
    ([open = '', close = '']) => [close, open],
  ),
);

/** No other one of them lies between: `(a) und (b)` is no whole. */
function isOnlyPair(text: string, { start, end }: Edges): boolean {
  const inner = text.slice(start + 1, end - 1);
  return !inner.includes(text[start] ?? '') && !inner.includes(text[end - 1] ?? '');
}

/** Marks that are read as well outside; blanks. */
function isMovable(sign: string): boolean {
  return /[\s\p{Po}…–—-]/u.test(sign) && !/[*\\&`"'#@%]/.test(sign);
}

interface Rewriting extends Edges {
  readonly pair: MeantPair;
}

/** Both ends at their new places; where they still would not be read, the letter beside them is written as a number. */
function rewrite(text: string, { pair, start, end }: Rewriting): readonly Piece[] {
  const { openRun, closeRun } = pair;
  const before = text.slice(openRun.end, start);
  const after = text.slice(end, closeRun.start);
  const sign = text[openRun.start] === '_' ? '*' : (text[openRun.start] ?? '');
  const open = sign.repeat(openRun.end - openRun.start);
  const close = sign.repeat(closeRun.end - closeRun.start);
  const outside = {
    before: before === '' && cannotOpen(text, openRun.start, start) ? letterBefore(text, openRun.start) : '',
    after: after === '' && cannotClose(text, end, closeRun.end) ? letterAfter(text, closeRun.end) : '',
  };
  return [
    {
      start: openRun.start - outside.before.length,
      end: start,
      text: numeric(outside.before) + before + open,
    },
    { start: end, end: closeRun.end + outside.after.length, text: close + after + numeric(outside.after) },
  ];
}

function cannotOpen(text: string, before: number, at: number): boolean {
  return classAfter(text, at) === 'punctuation' && classBefore(text, before) === 'other';
}

function cannotClose(text: string, at: number, after: number): boolean {
  return classBefore(text, at) === 'punctuation' && classAfter(text, after) === 'other';
}

function letterAfter(text: string, at: number): string {
  return String.fromCodePoint(text.codePointAt(at) ?? 0);
}

function letterBefore(text: string, at: number): string {
  const unit = text.charCodeAt(at - 1);
  return text.slice(unit >= 0xdc00 && unit < 0xe000 ? at - 2 : at - 1, at);
}

/** `&` counts as punctuation, so emphasis ends before it; read, it is the letter. */
function numeric(letter: string): string {
  const code = letter.codePointAt(0);
  return code === undefined ? '' : `&#x${code.toString(16).toUpperCase()};`;
}
