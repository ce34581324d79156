/** What CommonMark's rules for delimiter runs see in a character. */
export type CharacterClass = 'blank' | 'punctuation' | 'other';

/**
 * Ends of a text count as blanks. UTF-16 units are looked at, not code points, as micromark, markdown-it and GitHub do: an
 * emoji is no punctuation to them, though the specification says so.
 */
export function classBefore(text: string, at: number): CharacterClass {
  return at === 0 ? 'blank' : classOf(text.charCodeAt(at - 1));
}

export function classAfter(text: string, at: number): CharacterClass {
  return at >= text.length ? 'blank' : classOf(text.charCodeAt(at));
}

function classOf(code: number): CharacterClass {
  if (code < 0x80)
    return isBlankCode(code) || code === 0x0c ? 'blank' : isAsciiPunctuation(code) ? 'punctuation' : 'other';
  const sign = String.fromCharCode(code);
  if (/\p{Zs}/u.test(sign)) return 'blank';
  return /[\p{P}\p{S}]/u.test(sign) ? 'punctuation' : 'other';
}

/** What a backslash escapes. */
export function isAsciiPunctuation(code: number): boolean {
  return (code > 32 && code < 48) || (code > 57 && code < 65) || (code > 90 && code < 97) || (code > 122 && code < 127);
}

export function isAlphanumeric(code: number): boolean {
  return (code > 47 && code < 58) || isAsciiLetter(code);
}

export function isAsciiLetter(code: number): boolean {
  const lower = code | 32;
  return lower > 96 && lower < 123;
}

/** Blank, tab and line break. */
export function isBlankCode(code: number): boolean {
  return code === 32 || (code > 8 && code < 11) || code === 13;
}

export function skipBlanks(text: string, at: number): number {
  let end = at;
  while (end < text.length && isBlankCode(text.charCodeAt(end))) end += 1;
  return end;
}

/** Whether a word goes on before `at`: a scheme, a shortcode or a formula does not start inside one. */
export function isInWord(text: string, at: number): boolean {
  return at > 0 && (classBefore(text, at) === 'other' || text[at - 1] === ':');
}

/** Where the match of a sticky pattern at `at` ends; -1 where there is none. */
export function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}
