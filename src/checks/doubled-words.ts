import { isSyllable } from '../languages/korean/syllable.ts';
import type { Range } from '../model.ts';

/** A word that stands twice in a row with nothing but blanks between, whatever its capitals. */
export interface DoubledWord extends Range {
  readonly word: string;
  /** The second one, with the blanks before it. */
  readonly again: Range;
}

/** Words of two letters or more; `x-x`, `x’x` and `x_x` are one word. */
export function doubledWords(text: string): readonly DoubledWord[] {
  const found: DoubledWord[] = [];
  let before = 0;
  for (let blank = 1; blank < text.length; blank += 1) {
    if (!isBlank(text.charCodeAt(blank))) continue;
    let after = blank + 1;
    while (isBlank(text.charCodeAt(after))) after += 1;
    // Most neighbours begin otherwise.
    if (after - blank <= mostBlanks && mayBeDoubled(text, { start: before, end: blank }, after)) {
      const doubled = doubledAt(text, blank, after);
      if (doubled !== undefined) found.push(doubled);
    }
    before = after;
    blank = after;
  }
  return found;
}

const mostBlanks = 4;

const isBlank = (code: number): boolean => code === 32 || code === 9;

/** The word before, or what of it stands behind a mark, begins like the next one and is as long. */
function mayBeDoubled(text: string, { start, end }: Range, after: number): boolean {
  const first = text.charCodeAt(after) | 32;
  for (let at = start; at < end - 1; at += 1) {
    if ((text.charCodeAt(at) | 32) !== first || isLetter(text.charCodeAt(after + end - at))) continue;
    if ((text.charCodeAt(at + 1) | 32) === (text.charCodeAt(after + 1) | 32)) return true;
  }
  return false;
}

/** Of most texts; other letters are looked at more closely. */
function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || isSyllable(code);
}

const wordBefore = /(?<![\p{L}\p{M}\p{N}_'’-])\p{L}[\p{L}\p{M}]+$/u;
const wordAfter = /^\p{L}[\p{L}\p{M}]+(?![\p{L}\p{M}\p{N}_'’-])/u;
const longest = 60;

function doubledAt(text: string, blank: number, after: number): DoubledWord | undefined {
  const word = wordBefore.exec(text.slice(Math.max(0, blank - longest), blank))?.[0];
  const again = wordAfter.exec(text.slice(after, after + longest))?.[0];
  if (word === undefined || word.toLowerCase() !== again?.toLowerCase()) return undefined;
  const end = after + again.length;
  return { word, start: blank - word.length, end, again: { start: blank, end } };
}
