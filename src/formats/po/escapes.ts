import type { Piece } from '../../model.ts';
import { stringFolds } from '../string-folds.ts';

/** What a text of a PO file reads as: its strings joined, C's escapes as their signs, control characters as what shows them. */
export function poFolds(raw: string): readonly Piece[] {
  return /[\\"]/.test(raw) ? stringFolds(raw, { tokens, read }) : [];
}

/** A text to compare by: what it says, to the letter. */
export function plainPo(raw: string): string {
  return /[\\"]/.test(raw) ? raw.replace(tokens, (token) => read(token)) : raw;
}

/** A sign as it must be written in a string. */
export function spellPo(sign: string): string {
  if (sign === '"' || sign === '\\') return `\\${sign}`;
  if (sign === '\t') return '\\t';
  return sign < ' ' ? `\\${sign.charCodeAt(0).toString(8).padStart(3, '0')}` : sign;
}

const tokens = /\\[0-7]{1,3}|\\x[0-9A-Fa-f]{1,2}|\\.|"\s*"|\s+/gs;

const named: Readonly<Record<string, string>> = {
  '\\n': '\n',
  '\\r': '\r',
  '\\t': '\t',
  '\\a': '\u2407',
  '\\b': '\u2408',
  '\\v': '\u240B',
  '\\f': '\u240C',
};

function read(token: string): string {
  if (token.startsWith('"')) return '';
  if (!token.startsWith('\\')) return token;
  const known = named[token];
  if (known !== undefined) return known;
  const isHex = token[1] === 'x';
  if (!isHex && !/\d/.test(token[1] ?? '')) return token.slice(1);
  const code = Number.parseInt(token.slice(isHex ? 2 : 1), isHex ? 16 : 8);
  if (code === 9 || code === 10 || code === 13) return String.fromCharCode(code);
  // A byte beyond ASCII is a part of a sign only.
  if (code > 0x7e) return '\uFFFD';
  return String.fromCharCode(code < 0x20 ? 0x2400 + code : code);
}

/** Quotation marks and backslashes that somebody typed into a target as they are. What joins strings of two lines stays. */
export function closePo(raw: string): string {
  if (!/["\\]/.test(raw)) return raw;
  return raw.replace(/\\(?:[abfnrtv"\\]|[0-7]{1,3}|x[0-9A-Fa-f]{1,2})|"[ \t]*[\r\n]\s*"|["\\]/g, (found) =>
    found.length === 1 ? `\\${found}` : found,
  );
}

/** Strings of one line in a row: `"a" "b"`, as nobody writes them and everybody may. */
export function hasLineJoint(raw: string): boolean {
  return /["\\]/.test(raw) && [...raw.matchAll(tokens)].some(([token]) => /^"[^\r\n]*"$/.test(token));
}
