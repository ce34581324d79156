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
  for (let blank = nextBlank(text, 0); blank >= 0; ) {
    const after = blankEnd(text, blank);
    // Most neighbours differ in their last letter or their length.
    if (after - blank <= mostBlanks && mayBeDoubled(text, blank, after)) {
      const doubled = doubledAt(text, blank, after);
      if (doubled !== undefined) found.push(doubled);
    }
    blank = nextBlank(text, after);
  }
  return found;
}

const mostBlanks = 4;

function nextBlank(text: string, from: number): number {
  const [blank, tab] = [text.indexOf(' ', from), text.indexOf('\t', from)];
  return blank < 0 || (tab >= 0 && tab < blank) ? tab : blank;
}

function blankEnd(text: string, from: number): number {
  let end = from;
  while (text[end] === ' ' || text[end] === '\t') end += 1;
  return end;
}

function mayBeDoubled(text: string, blank: number, after: number): boolean {
  const second = text.charCodeAt(after) | 32;
  const third = text.charCodeAt(after + 1) | 32;
  for (let at = blank - 2; at >= 0 && text[at] !== ' '; at -= 1) {
    if ((text.charCodeAt(at) | 32) === second && (text.charCodeAt(at + 1) | 32) === third) return true;
  }
  return false;
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
