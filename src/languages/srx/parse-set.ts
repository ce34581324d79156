import { literal } from './character-set.ts';
import { type Cursor, startsWith, take, takeCode, takeMatch } from './cursor.ts';
import { readEscape } from './escape.ts';
import { notUnderstood } from './pattern-fault.ts';
import { posixSource } from './property.ts';

/** A set in brackets, behind its `[`, as `v` mode has it: ranges, sets in sets, `&&`, `--`, `[:alpha:]`. */
export function readSet(cursor: Cursor, depth = 0): string {
  const from = cursor.at - 1;
  if (depth > deepest) throw notUnderstood('[');
  const negated = take(cursor, '^') ? '^' : '';
  let items = take(cursor, ']') ? literal(0x5d) : '';
  while (!take(cursor, ']')) {
    if (cursor.at >= cursor.text.length) throw notUnderstood(cursor.text.slice(from, from + 20));
    const operator = takeMatch(cursor, /&&|--|[&-](?=\[)/y)?.[0];
    // An operator takes all that stands before it, and all up to the next one.
    if (operator !== undefined && items !== '') items = combined(items, operator, readOperand(cursor, depth));
    else items += operator === undefined ? readItem(cursor, depth) : literal(operator.charCodeAt(0));
  }
  return `[${negated}${items}]`;
}

const deepest = 20;

function combined(items: string, operator: string, operand: string): string {
  return `[[${items}]${operator.startsWith('&') ? '&&' : '--'}[${operand}]]`;
}

function readOperand(cursor: Cursor, depth: number): string {
  let items = '';
  while (cursor.at < cursor.text.length && !startsWith(cursor, ']') && !/^(?:&&|--|[&-]\[)/.test(rest(cursor)))
    items += readItem(cursor, depth);
  return items;
}

const rest = ({ text, at }: Cursor): string => text.slice(at, at + 2);

/** A sign, a range, or a set. */
function readItem(cursor: Cursor, depth: number): string {
  const posix = takeMatch(cursor, /\[:([^:\]]{1,40}):\]/y);
  if (posix !== undefined) return posixSource(posix[1] ?? '', posix[0]);
  if (take(cursor, '[')) return readSet(cursor, depth + 1);
  const first = readSign(cursor);
  const isRange = startsWith(cursor, '-') && !/^-[\][-]/.test(rest(cursor)) && cursor.at + 1 < cursor.text.length;
  if (!isRange || !isSingle(first)) return first;
  take(cursor, '-');
  const last = readSign(cursor);
  return isSingle(last) ? `${first}-${last}` : `${first}${literal(0x2d)}${last}`;
}

function readSign(cursor: Cursor): string {
  if (!take(cursor, '\\')) return literal(takeCode(cursor));
  // In brackets it is the backspace; outside it is the edge of a word.
  return take(cursor, 'b') ? literal(8) : readEscape(cursor);
}

const isSingle = (source: string): boolean => source.startsWith('\\u{');
