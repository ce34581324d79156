import { notUnderstood } from './pattern-fault.ts';

/** Where a regular expression is being read. The only thing here that changes. */
export interface Cursor {
  readonly text: string;
  at: number;
}

export function startsWith({ text, at }: Cursor, part: string): boolean {
  return text.startsWith(part, at);
}

/** Goes on behind `part` if it stands here. */
export function take(cursor: Cursor, part: string): boolean {
  if (!startsWith(cursor, part)) return false;
  cursor.at += part.length;
  return true;
}

/** Goes on behind what a sticky expression matches here. */
export function takeMatch(cursor: Cursor, expression: RegExp): RegExpExecArray | undefined {
  expression.lastIndex = cursor.at;
  const match = expression.exec(cursor.text);
  if (match === null) return undefined;
  cursor.at = expression.lastIndex;
  return match;
}

/** The next code point. There is one. */
export function takeCode(cursor: Cursor): number {
  const code = cursor.text.codePointAt(cursor.at);
  if (code === undefined) throw notUnderstood(cursor.text.slice(-10));
  cursor.at += code > 0xffff ? 2 : 1;
  return code;
}
