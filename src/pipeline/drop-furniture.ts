import type { Range, Unit } from '../model.ts';
import { splice } from '../splice.ts';

/** The published text: lines of page furniture that are not published go with their line breaks. */
export function dropFurniture(text: string, units: readonly Unit[], isDropped: (line: string) => boolean): string {
  const dropped = units.filter((unit) => isDropped(text.slice(unit.start, unit.end)));
  return splice(
    text,
    linesOf(text, dropped).map((lines) => ({ ...lines, text: '' })),
  );
}

/** What goes with texts that go: their line breaks, and what stands between them. */
export function linesOf(text: string, ranges: readonly Range[]): readonly Range[] {
  return runsOf(text, ranges).map((run) => wholeLines(text, run));
}

/** What stands together goes together: what parts it would be left behind. */
function runsOf(text: string, ranges: readonly Range[]): readonly Range[] {
  const runs: Range[] = [];
  for (const { start, end } of ranges) {
    const last = runs.at(-1);
    if (last !== undefined && skipBack(text, start, blank) <= last.end)
      runs[runs.length - 1] = { start: last.start, end };
    else runs.push({ start, end });
  }
  return runs;
}

/**
 * With its line break; where it is a paragraph of its own, with the blank lines that follow. At the end of the text the
 * breaks before it go instead, so that the text ends as it did.
 */
function wholeLines(text: string, { start, end }: Range): Range {
  const line = skipBack(text, start, indent);
  const from = isLineStart(text, line) ? line : start;
  const gap = text.slice(end, skip(text, end, blank));
  if (end + gap.length === text.length) return atEnd(text, from, end);
  const breaks = [...gap.matchAll(/\r\n|\r|\n/g)];
  const last = isParagraph(text, from) ? breaks.at(-1) : breaks[0];
  return { start: from, end: last === undefined ? end : end + last.index + last[0].length };
}

function atEnd(text: string, from: number, end: number): Range {
  const before = skipBack(text, from, blank);
  if (isTextStart(text, before)) return { start: from, end: text.length };
  const lineBreak = text.slice(before, from).search(/[\r\n]/);
  return lineBreak < 0 ? { start: from, end } : { start: before + lineBreak, end };
}

/** Nothing stands before it, or a blank line. */
function isParagraph(text: string, from: number): boolean {
  if (isTextStart(text, from)) return true;
  const above = text.startsWith('\r\n', from - 2) ? from - 2 : from - 1;
  return isLineStart(text, from) && isLineStart(text, skipBack(text, above, indent));
}

function isLineStart(text: string, at: number): boolean {
  return isTextStart(text, at) || /[\r\n]/.test(text[at - 1] ?? '');
}

/** A byte order mark is no text. */
function isTextStart(text: string, at: number): boolean {
  return at === 0 || (at === 1 && text[0] === '\ufeff');
}

const indent = /[ \t]/;
const blank = /[ \t\r\n]/;

function skip(text: string, from: number, sign: RegExp): number {
  let at = from;
  while (at < text.length && sign.test(text[at] ?? '')) at += 1;
  return at;
}

function skipBack(text: string, from: number, sign: RegExp): number {
  let at = from;
  while (at > 0 && sign.test(text[at - 1] ?? '')) at -= 1;
  return at;
}
