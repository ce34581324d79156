import { literal, wordSource } from './character-set.ts';
import { type Cursor, takeCode, takeMatch } from './cursor.ts';
import { notUnderstood } from './pattern-fault.ts';
import { propertySource } from './property.ts';

/** The set that an escape behind a backslash stands for, as `v` mode has it; the same inside and outside of brackets. */
export function readEscape(cursor: Cursor): string {
  const from = cursor.at;
  const part = () => `\\${cursor.text.slice(from, cursor.at)}`;
  const property = takeMatch(cursor, /([pP])(?:\{(\^?)([^{}]{1,60})\}|([A-Z]))/y);
  if (property !== undefined) {
    const [, letter, not, name, short] = property;
    const source = propertySource(name ?? short ?? '', part());
    return (letter === 'P') === (not === '^') ? source : `[^${source}]`;
  }
  const number = takeMatch(cursor, /x\{([\da-fA-F]{1,6})\}|x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})/y);
  if (number !== undefined) return numbered(number.slice(1).find(Boolean) ?? '', 16, part());
  const octal = takeMatch(cursor, /0([0-3]?[0-7]{1,2})/y);
  if (octal !== undefined) return numbered(octal[1] ?? '', 8, part());
  const control = takeMatch(cursor, /c([@-_a-z])/y)?.[1];
  if (control !== undefined) return literal((control.codePointAt(0) ?? 0) & 0x1f);
  return readLetter(cursor);
}

function readLetter(cursor: Cursor): string {
  if (cursor.at >= cursor.text.length) throw notUnderstood('\\');
  const code = takeCode(cursor);
  const sign = String.fromCodePoint(code);
  if (Object.hasOwn(classes, sign)) return classes[sign] ?? '';
  if (/[A-Za-z0-9]/.test(sign)) throw notUnderstood(`\\${sign}`);
  return literal(code);
}

function numbered(digits: string, base: number, part: string): string {
  const code = Number.parseInt(digits, base);
  if (code > 0x10ffff) throw notUnderstood(part);
  return literal(code);
}

const classes: Readonly<Record<string, string>> = {
  a: literal(7),
  e: literal(0x1b),
  f: literal(0xc),
  n: literal(0xa),
  r: literal(0xd),
  t: literal(9),
  d: '\\p{Nd}',
  D: '\\P{Nd}',
  h: '[\\t\\p{Zs}]',
  H: '[^\\t\\p{Zs}]',
  s: '[\\t-\\r\\u{85}\\p{Z}]',
  S: '[^\\t-\\r\\u{85}\\p{Z}]',
  v: '[\\n-\\r\\u{85}\\u{2028}\\u{2029}]',
  V: '[^\\n-\\r\\u{85}\\u{2028}\\u{2029}]',
  w: wordSource,
  W: `[^${wordSource}]`,
};

/** `\Q…\E` said with a backslash before each sign: what stands in it is text. */
export function withoutQuotes(source: string): string {
  return source.replace(/\\(?:Q([\s\S]*?)(?:\\E|$)|[\s\S])/g, (sign, quoted: string | undefined) =>
    sign.startsWith('\\Q') ? (quoted ?? '').replace(/[^\p{L}\p{N}]/gu, '\\$&') : sign,
  );
}
