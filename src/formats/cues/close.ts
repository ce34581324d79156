import type { Unit } from '../../model.ts';
import { splice } from '../../splice.ts';
import { type CueSyntax, gapsIn, timingLine } from './boundary.ts';
import { speakerMarkOf } from './speaker-mark.ts';

/**
 * A unit with its targets in it keeps the times of all its cues. Those that were lost, with a sentence that was left out or
 * that has fewer words than cues, stand again, and the words around are spread over them; a cue may be left without any.
 */
export function closeCues(raw: string, { fixed = [] }: Unit, syntax: CueSyntax): string {
  let next = 0;
  const written = partsOf(raw, fixed, syntax).map(({ text, boundary }) => {
    const until = boundary === undefined ? fixed.length : fixed.indexOf(boundary, next);
    const lost = fixed.slice(next, until);
    next = until + 1;
    const lines = asLines(text, syntax);
    return (lost.length === 0 ? lines : spreadOver(lines, lost)) + (boundary ?? '');
  });
  return withoutMarks(written.join(''), syntax);
}

interface Part {
  readonly text: string;
  /** What ends it; absent at the end. */
  readonly boundary?: string;
}

/** Texts of cues. Text that only looks like a boundary stays text. */
function partsOf(raw: string, fixed: readonly string[], syntax: CueSyntax): readonly Part[] {
  const parts: Part[] = [];
  let [from, next] = [0, 0];
  for (const { start, end } of gapsIn(raw, syntax).flatMap(({ boundaries }) => boundaries)) {
    const boundary = raw.slice(start, end);
    const at = fixed.indexOf(boundary, next);
    if (at < 0) continue;
    parts.push({ text: raw.slice(from, start), boundary });
    [from, next] = [end, at + 1];
  }
  return [...parts, { text: raw.slice(from) }];
}

/** No line of a text is empty, which would end the cue, nor times. */
function asLines(text: string, { id }: CueSyntax): string {
  const lines = text.replace(/(?<![ \t])[ \t]*(\r\n|\r(?!\n)|\n)\s*[\r\n]/g, '$1');
  if (!lines.includes('-->')) return lines;
  if (id === 'vtt') return lines.replaceAll('-->', '--&gt;');
  return lines.replace(/[^\r\n]+/g, (line) => (timingLine.test(line) ? line.replace('-->', '->') : line));
}

/** As many words in each cue, the first ones first. */
function spreadOver(text: string, lost: readonly string[]): string {
  const words = text.match(word) ?? [];
  const cues = lost.length + 1;
  const texts = Array.from({ length: cues }, (_, at) =>
    words.slice(Math.ceil((at * words.length) / cues), Math.ceil(((at + 1) * words.length) / cues)).join(' '),
  );
  return texts.map((each, at) => each + (lost[at] ?? '')).join('');
}

/** With tags, which may have blanks inside. */
const word = /(?:<[^<>]*>|\S)+/g;

/** A dash at the start of a line would be another speaker's: it stays in the line before. */
function withoutMarks(raw: string, syntax: CueSyntax): string {
  const moves = gapsIn(raw, syntax).flatMap(({ start, end }) => {
    const marks = marksAt(raw, end);
    if (marks === end) return [];
    return [{ start, end: marks, text: ` ${raw.slice(end, marks).trimEnd()}${raw.slice(start, end)}` }];
  });
  return splice(raw, moves);
}

/** Behind the words at the start of a line that would be read as marks. */
function marksAt(raw: string, from: number): number {
  let at = from;
  while (speakerMarkOf(raw.slice(at, at + 10)) !== undefined) {
    marked.lastIndex = at;
    marked.test(raw);
    at = marked.lastIndex;
  }
  return at;
}

const marked = /\S+[ \t]*/y;
