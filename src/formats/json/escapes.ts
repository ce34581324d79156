import type { Piece } from '../../model.ts';
import { stringFolds } from '../string-folds.ts';

/** What no text can hold, control characters and halves of pairs, reads as a sign that shows it: one of `oddSigns`. */
export function jsonFolds(raw: string): readonly Piece[] {
  return raw.includes('\\') ? stringFolds(raw, { tokens, read }) : [];
}

/** A sign as it must be written in a JSON string. */
export function spellJson(sign: string): string {
  if (sign === '"' || sign === '\\') return `\\${sign}`;
  return sign < ' ' || isLone(sign) ? JSON.stringify(sign).slice(1, -1) : sign;
}

/** Likewise in a file that has no sign beyond ASCII. */
export function spellAscii(sign: string): string {
  if (sign < '\u007F') return spellJson(sign);
  return Array.from({ length: sign.length }, (_, at) => asEscape(sign.charCodeAt(at))).join('');
}

/** What somebody typed into a target and would end or break the string. */
export function closeJson(raw: string): string {
  if (!/["\\]|[^ -\u{10FFFF}]/u.test(raw)) return raw;
  return raw.replace(/\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})|["\\]|[^ -\u{10FFFF}]/gu, (found) =>
    found.length === 1 ? spellJson(found) : found,
  );
}

const asEscape = (unit: number): string => `\\u${unit.toString(16).padStart(4, '0')}`;

const tokens = /\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.|\s+/gs;

function read(token: string): string {
  if (!token.startsWith('\\')) return token;
  const sign = JSON.parse(`"${token}"`) as string;
  if (isLone(sign)) return '\uFFFD';
  return sign < ' ' && sign.trim() !== '' ? String.fromCharCode(0x2400 + sign.charCodeAt(0)) : sign;
}

const isLone = (sign: string): boolean => !sign.isWellFormed();
