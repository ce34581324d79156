import type { Piece } from '../../../model.ts';
import { splice } from '../../../splice.ts';
import { containersIn } from './containers.ts';
import { type Cursor, cursorOver, isBlank, moveTo } from './cursor.ts';
import { definitionsIn } from './definition.ts';
import { type Break, breaksIn } from './folds.ts';
import { lineEnds } from './lines.ts';
import type { Dialect, Start } from './start.ts';
import { startAt } from './starts.ts';

/**
 * A paragraph, or the lines of a heading with a line under it. A line that the scanner would not read as the paragraph's
 * is joined with the one before it, or its first sign is escaped. The first word of a style says what stands before:
 * `text` nothing, `next` a definition, `more` another line of the paragraph, `rest` something in the same line.
 */
export function closeParagraph(raw: string, style: string, dialect: Dialect): string {
  const word = style.split(' ', 1)[0] ?? '';
  const containers = containersIn(style);
  const endOf = lineEnds(raw);
  const line = cursorOver(raw);
  moveTo(line, 0, endOf(0));
  const first = { lines: word === 'text' ? [] : [0, 0], isLazy: false, dialect };
  const pieces = word === 'rest' ? [] : firstPieces(line, startAt(line, first));
  let lines = [line.next, line.end];
  for (const gap of breaksIn(raw, containers)) {
    moveTo(line, gap.end, endOf(gap.end));
    if (isBlank(line)) lines = [];
    const isLazy = gap.depth < containers.length;
    const start = gap.indent > 3 && dialect === 'markdown' ? undefined : startAt(line, { lines, isLazy, dialect });
    if (start !== undefined && gap.text === ' ' && lines.length > 0) {
      pieces.push({ start: gap.start, end: gap.end, text: ' ' });
      lines[lines.length - 1] = line.end;
      continue;
    }
    if (start !== undefined) pieces.push(...escapePieces(line, start));
    if (!isBlank(line)) lines.push(line.next, line.end);
  }
  return splice(raw, pieces);
}

/** Blanks would be code, or are lost. */
function firstPieces(line: Cursor, start: Start | undefined): Piece[] {
  const blanks = line.next === 0 ? [] : [{ start: 0, end: line.next, text: '' }];
  if (start !== undefined) return [...blanks, ...escapePieces(line, start)];
  const [definition] = definitionsIn(line.text, [line.next, line.text.length]);
  return definition === undefined ? blanks : [...blanks, colonPiece(line)];
}

/** An escape in front of the sign that makes it what it is; none is known for tags. */
function escapePieces(line: Cursor, start: Start): readonly Piece[] {
  const { text, next } = line;
  const sign = text[next] ?? '';
  if (sign === '<' || sign === '{') return [];
  if (start.kind === 'note' && start.label !== undefined) return [colonPiece(line)];
  if (/[a-z]/.test(sign)) return [{ start: next, end: next + 1, text: `&#${sign.charCodeAt(0)};` }];
  const at = start.kind === 'item' ? start.end - 1 : next;
  return [{ start: at, end: at, text: '\\' }];
}

/** The one behind the label. */
function colonPiece({ text, next }: Cursor): Piece {
  const label = /^\[(?:[^[\]\\]|\\[\s\S]){0,1000}\]/.exec(text.slice(next))?.[0] ?? '';
  const at = next + label.length;
  return { start: at, end: at, text: '\\' };
}
