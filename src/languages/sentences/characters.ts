import { isSyllable } from '../korean/syllable.ts';

/** What a UTF-16 code unit is to a sentence splitter. */

/** The blanks of String.prototype.trim. */
export function isBlank(code: number): boolean {
  return (classes[code]! & blank) !== 0;
}

export function isStop(code: number): boolean {
  return (classes[code]! & stop) !== 0;
}

/** 。！？ end a sentence without a blank after them. */
export function isIdeographicStop(code: number): boolean {
  return (classes[code]! & ideographicStop) !== 0;
}

/** May close what was opened before a stop. Quotation marks open in one country and close in the next. */
export function isCloser(code: number): boolean {
  return (classes[code]! & closer) !== 0;
}

export function isOpener(code: number): boolean {
  return (classes[code]! & opener) !== 0;
}

/** Blanks and brackets, quotation marks, masked code: no token goes across them. */
export function isBoundary(code: number): boolean {
  return (classes[code]! & (blank | closer | opener | mask)) !== 0;
}

/** Stands for a code unit of a tag, an address, a code span (U+FFFC). */
export function isMasked(code: number): boolean {
  return (classes[code]! & mask) !== 0;
}

/** Narrow blanks bind: they are set inside `z. B.` and `3. Mai`, not between sentences. */
export function isNarrowBlank(code: number): boolean {
  return code === 0x202f || code === 0x2009 || code === 0x200a;
}

export function isDot(code: number): boolean {
  return code === 0x2e || code === 0x2026;
}

export function isApostrophe(code: number): boolean {
  return code === 0x27 || code === 0x2019;
}

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

export function isSuperscript(code: number): boolean {
  return code === 0xb9 || code === 0xb2 || code === 0xb3 || (code >= 0x2070 && code <= 0x2079);
}

/** `letter`: of a script without case. */
export type CharacterKind = 'lower' | 'upper' | 'digit' | 'letter' | 'other';

export function characterKind(text: string, at: number): CharacterKind {
  const code = text.charCodeAt(at);
  if (code >= 0x61 && code <= 0x7a) return 'lower';
  if (code >= 0x41 && code <= 0x5a) return 'upper';
  if (isDigit(code)) return 'digit';
  if (!(code >= 0xaa)) return 'other';
  if (isSyllable(code)) return 'letter';
  const sign = String.fromCodePoint(text.codePointAt(at)!);
  if (sign.toLowerCase() !== sign) return 'upper';
  if (sign.toUpperCase() !== sign) return 'lower';
  return /\p{L}/u.test(sign) ? 'letter' : 'other';
}

export function isLetter(text: string, at: number): boolean {
  const kind = characterKind(text, at);
  return kind === 'lower' || kind === 'upper' || kind === 'letter';
}

/** The next stop at or after `from`, or the end of the text. The one loop that sees every code unit. */
export function nextStop(text: string, from: number): number {
  let at = from;
  while (at < text.length && (classes[text.charCodeAt(at)]! & stop) === 0) at += 1;
  return at;
}

export function skipBlanks(text: string, from: number): number {
  let at = from;
  while (isBlank(text.charCodeAt(at))) at += 1;
  return at;
}

const blank = 1;
const stop = 2;
const ideographicStop = 4;
const closer = 8;
const opener = 16;
const mask = 32;

const blanks =
  ' \t\n\v\f\r\u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a';

/** Of each code unit the classes that it is in, as bits. */
const classes = classify([
  [blank, blanks],
  [stop, '.!?…‼⁇⁈⁉。！？．｡؟۔।॥։။።។'],
  [ideographicStop, '。！？｡'],
  [closer, '"\'”“’‘»«›‹)]}」』〉》】）］`´*_'],
  [opener, '"\'“„”‚‘’»«›‹([{「『〈《【（［`´*_¿¡'],
  [mask, '\ufffc'],
]);

function classify(signs: readonly (readonly [bit: number, signs: string])[]): Uint8Array {
  const bits = new Uint8Array(0x10000);
  for (const [bit, members] of signs) for (const sign of members) bits[sign.charCodeAt(0)]! |= bit;
  return bits;
}
