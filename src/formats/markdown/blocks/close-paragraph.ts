import type { Piece } from '../../../model.ts';
import { splice } from '../../../splice.ts';
import { containersIn } from './containers.ts';
import { type Cursor, cursorOver, isBlank, moveTo } from './cursor.ts';
import { definitionsIn } from './definition.ts';
import { type Break, breaksIn } from './folds.ts';
import { lineEnds } from './lines.ts';
import { isTask } from './lines-of-signs.ts';
import type { Dialect, Start } from './start.ts';
import { startAt } from './starts.ts';

/**
 * A paragraph, or the lines of a heading with a line under it. The first word of a style says what stands before: `text`
 * and `row` nothing, `item` the marker of a list, `next` a definition, `deep` a definition and four blanks, `more` another
 * line of the paragraph, `rest` something in the same line.
 */
export function closeParagraph(raw: string, style: string, dialect: Dialect): string {
  const text = raw.slice(/^[ \t\r\n]*/.exec(raw)?.[0].length);
  const word = style.split(' ', 1)[0] ?? '';
  const line = cursorOver(text);
  moveTo(line, 0, lineEnds(text)(0));
  const closed = closeLines(splice(text, firstPieces(line, word, dialect)), style, dialect);
  const isDefinition =
    closed[0] === '[' && !midway.has(word) && definitionsIn(closed, linesOf(closed, style)).length > 0;
  return isDefinition ? splice(closed, [colonPiece(closed)]) : closed;
}

/** Where no definition begins. */
const midway: ReadonlySet<string> = new Set(['rest', 'more', 'row']);

function linesOf(raw: string, style: string): readonly number[] {
  const breaks = breaksIn(raw, containersIn(style));
  return [0, ...breaks.flatMap(({ start, end }) => [start, end]), raw.length];
}

/**
 * A line that the scanner would not read as the paragraph's is joined with the one before it; where that would be another
 * text, its first sign is escaped. Where lines that were joined begin something new, all of them are.
 */
export function closeLines(raw: string, style: string, dialect: Dialect): string {
  const once = joinOrEscape(raw, style, dialect);
  if (once === raw || joinOrEscape(once, style, dialect) === once) return once;
  const soft = breaksIn(once, containersIn(style)).filter(({ text }) => text === ' ');
  return splice(once, soft.map(joinPiece));
}

function joinOrEscape(raw: string, style: string, dialect: Dialect): string {
  const containers = containersIn(style);
  const endOf = lineEnds(raw);
  const line = cursorOver(raw);
  const pieces: Piece[] = [];
  let lines = [0, endOf(0)];
  let mayHead = !/^(?:rest|deep|title)/.test(style);
  for (const gap of breaksIn(raw, containers)) {
    moveTo(line, gap.end, endOf(gap.end));
    if (isBlank(line)) lines = [];
    const isIndented = gap.indent > 3 && dialect === 'markdown';
    const isLazy = gap.depth < containers.length;
    const start = isIndented ? undefined : startAt(line, { lines, isLazy, mayHead, dialect });
    mayHead = !isIndented;
    const isJoined = start !== undefined && gap.text === ' ' && lines.length > 0;
    if (start !== undefined) pieces.push(...(isJoined ? [joinPiece(gap)] : escapePieces(line, start)));
    if (isJoined) lines[lines.length - 1] = line.end;
    else if (!isBlank(line)) lines.push(line.next, line.end);
  }
  return splice(raw, pieces);
}

function firstPieces(line: Cursor, word: string, dialect: Dialect): readonly Piece[] {
  if (word === 'rest' || word === 'deep') return [];
  const isOpen = word === 'next' || word === 'more';
  const start = startAt(line, { lines: isOpen ? [0, 0] : [], isLazy: false, mayHead: false, dialect });
  if (start !== undefined) return escapePieces(line, start);
  return word === 'item' && isTask(line.text) ? [escapePiece(line.next)] : [];
}

/** An escape in front of the sign that makes it what it is; none is known for tags. */
function escapePieces(line: Cursor, start: Start): readonly Piece[] {
  const { text, next } = line;
  const sign = text[next] ?? '';
  if (sign === '<' || sign === '{') return [];
  if (start.kind === 'note' && start.label !== undefined) return [colonPiece(text, next)];
  if (/[a-z]/.test(sign)) return [{ start: next, end: next + 1, text: `&#${sign.charCodeAt(0)};` }];
  return [escapePiece(start.kind === 'item' ? start.end - 1 : next)];
}

/** The one behind the label. */
function colonPiece(text: string, start = 0): Piece {
  const label = /^\[(?:[^[\]\\]|\\[\s\S]){0,1000}\]/.exec(text.slice(start, start + 2010))?.[0] ?? '';
  return escapePiece(start + label.length);
}

const escapePiece = (at: number): Piece => ({ start: at, end: at, text: '\\' });
const joinPiece = ({ start, end }: Break): Piece => ({ start, end, text: ' ' });
