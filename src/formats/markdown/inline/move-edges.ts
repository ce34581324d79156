import type { Code } from '../../../model.ts';
import { classAfter, classBefore } from './characters.ts';
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

/** Where what is emphasised starts and ends. */
export interface Edges {
  readonly start: number;
  readonly end: number;
}

/** Blanks, punctuation and what stands in brackets leave the emphasis until both ends are read as such. */
export function moveEdges(text: string, codes: CodeEdges, { openRun, closeRun }: MeantPair): Edges | undefined {
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
