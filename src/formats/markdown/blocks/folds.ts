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
    breaks.push({ ...beforeBreak(raw, end), end: line.next, depth, indent: indentOf(line) });
  }
  return breaks;
}

/** A hard break has two blanks or a backslash before it. */
function beforeBreak(raw: string, end: number): Pick<Piece, 'start' | 'text'> {
  const start = trimEnd(raw, 0, end);
  if (start === end) return isEscaped(raw, end) ? { start: end - 1, text: '\n' } : { start, text: ' ' };
  const isHard = end - start > 1 && !raw.slice(start, end).includes('\t');
  return { start, text: isHard ? '\n' : ' ' };
}
