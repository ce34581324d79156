/** What a UTF-16 code unit is to a sentence splitter. ASCII is decided by comparison, the rest by small sets. */

export function isBlank(code: number): boolean {
  if (code <= 0x20) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  return code >= 0xa0 && wideBlanks.has(code);
}

export function isStop(code: number): boolean {
  if (code < 0x40) return code === 0x2e || code === 0x21 || code === 0x3f;
  if (code < 0x0589 || (code > 0x3002 && code < 0xff01)) return false;
  return wideStops.has(code);
}

/** 。！？ end a sentence without a blank after them. */
export function isIdeographicStop(code: number): boolean {
  return code >= 0x3002 && ideographicStops.has(code);
}

export function isDot(code: number): boolean {
  return code === 0x2e || code === ellipsis;
}

/** May close what was opened before a stop. Quotation marks open in one country and close in the next. */
export function isCloser(code: number): boolean {
  return closers.has(code);
}

export function isOpener(code: number): boolean {
  return openers.has(code);
}

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

export function isSuperscript(code: number): boolean {
  return code === 0xb9 || code === 0xb2 || code === 0xb3 || (code >= 0x2070 && code <= 0x2079);
}

/** Narrow blanks bind: they are set inside `z. B.` and `3. Mai`, not between sentences. */
export function isNarrowBlank(code: number): boolean {
  return code === 0x202f || code === 0x2009 || code === 0x200a;
}

export function isHangul(code: number): boolean {
  return code >= 0xac00 && code <= 0xd7a3;
}

/** `letter`: of a script without case. */
export type CharacterKind = 'lower' | 'upper' | 'digit' | 'letter' | 'other';

export function characterKind(text: string, at: number): CharacterKind {
  const code = text.charCodeAt(at);
  if (code >= 0x61 && code <= 0x7a) return 'lower';
  if (code >= 0x41 && code <= 0x5a) return 'upper';
  if (isDigit(code)) return 'digit';
  if (!(code >= 0xaa)) return 'other';
  if (isHangul(code)) return 'letter';
  const sign = String.fromCodePoint(text.codePointAt(at)!);
  if (sign.toLowerCase() !== sign) return 'upper';
  if (sign.toUpperCase() !== sign) return 'lower';
  return /\p{L}/u.test(sign) ? 'letter' : 'other';
}

export function isLetter(text: string, at: number): boolean {
  const kind = characterKind(text, at);
  return kind === 'lower' || kind === 'upper' || kind === 'letter';
}

export function skipBlanks(text: string, from: number): number {
  let at = from;
  while (isBlank(text.charCodeAt(at))) at += 1;
  return at;
}

/** Stands for a masked code unit: a tag, an address, a code span. */
export const maskedCode = 0xfffc;
export const ellipsis = 0x2026;

/** The blanks of String.prototype.trim. */
const wideBlanks = codes(
  '\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff',
);
const wideStops = codes('…‼⁇⁈⁉。！？．｡؟۔।॥։။።។');
const ideographicStops = codes('。！？｡');
const closers = codes('"\'”“’‘»«›‹)]}」』〉》】）］`´*_');
const openers = codes('"\'“„”‚‘’»«›‹([{「『〈《【（［`´*_¿¡');

function codes(signs: string): ReadonlySet<number> {
  return new Set(Array.from(signs, (sign) => sign.charCodeAt(0)));
}
