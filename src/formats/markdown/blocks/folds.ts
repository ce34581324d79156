import type { Piece, Unit } from '../../../model.ts';
import { type Container, containersIn, continued } from './containers.ts';
import { cursorOver, indentOf, moveTo } from './cursor.ts';
import { escapesIn, isEscaped } from './escapes.ts';
import { breakLength, lineEnds, trimEnd } from './lines.ts';

/** Line breaks with the prefixes of the next lines, and escapes that only keep a line from being another block. */
export function blockFolds(raw: string, { style = 'text' }: Unit): readonly Piece[] {
  const escapes = raw.includes('\\') || raw.includes('&#') ? escapesIn(raw, style) : [];
  if (!/[\r\n]/.test(raw)) return escapes;
  const breaks = breaksIn(raw, containersIn(style));
  return escapes.length === 0 ? breaks : [...breaks, ...escapes].toSorted((a, b) => a.start - b.start);
}

/** A line break in a paragraph, and what stands around it. */
export interface Break extends Piece {
  /** How many containers go on behind it. */
  readonly depth: number;
  /** Columns of blanks behind their prefixes. */
  readonly indent: number;
}

/** As the scanner reads the next line: the prefixes that it has of its containers, then blanks. */
export function breaksIn(raw: string, containers: readonly Container[]): readonly Break[] {
  const line = cursorOver(raw);
  const endOf = lineEnds(raw);
  const breaks: Break[] = [];
  for (let end = endOf(0); end < raw.length; end = line.end) {
    const next = end + breakLength(raw, end);
    moveTo(line, next, endOf(next));
    const depth = continued(line, containers);
    const start = breakStart(raw, end);
    breaks.push({ start, end: line.next, text: isHard(raw, start, end) ? '\n' : ' ', depth, indent: indentOf(line) });
  }
  return breaks;
}

/** The blanks or the backslash before it are part of it. */
function breakStart(raw: string, end: number): number {
  const start = trimEnd(raw, 0, end);
  return start === end && isEscaped(raw, end) ? end - 1 : start;
}

/** A hard break has two blanks or a backslash before it. */
function isHard(raw: string, start: number, end: number): boolean {
  if (raw[start] === '\\') return true;
  return end - start > 1 && !raw.slice(start, end).includes('\t');
}
