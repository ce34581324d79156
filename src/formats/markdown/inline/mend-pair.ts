import type { Piece } from '../../../model.ts';
import { classAfter, classBefore } from './characters.ts';
import { flanking } from './delimiters.ts';
import { type CodeEdges, type Edges, moveEdges } from './move-edges.ts';
import type { MeantPair } from './runs.ts';

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
