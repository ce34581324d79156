import type { Range } from '../model.ts';

interface Place {
  readonly text: string;
  /** The run begins here at the earliest. */
  readonly from: number;
  readonly at: number;
  readonly word: string;
}

/** The longest run of whole words around a word of a text that stands in another text as well, character by character. */
export function commonRun({ text, from, at, word }: Place, other: string): Range {
  let longest: Range = { start: at, end: at + word.length };
  let place = other.indexOf(word);
  for (let tries = 0; tries < mostPlaces && place !== -1; tries += 1, place = other.indexOf(word, place + 1)) {
    const run = runAt({ text, from, at, word }, other, place);
    if (run.end - run.start > longest.end - longest.start) longest = run;
  }
  return longest;
}

/** A text that says one word more often than this is no sentence. */
const mostPlaces = 8;

function runAt({ text, from, at, word }: Place, other: string, place: number): Range {
  const shift = place - at;
  let start = at;
  while (start > from && start + shift > 0 && text[start - 1] === other[start + shift - 1]) start -= 1;
  while (start < at && !(startsWord(text, start) && startsWord(other, start + shift))) start += 1;
  const least = at + word.length;
  let end = least;
  while (end < text.length && text[end] === other[end + shift]) end += 1;
  while (end > least && !(endsWord(text, end) && endsWord(other, end + shift))) end -= 1;
  return { start, end };
}

function startsWord(text: string, at: number): boolean {
  return isLetter(text[at]) && !isLetter(text[at - 1]);
}

function endsWord(text: string, at: number): boolean {
  return isLetter(text[at - 1]) && !isLetter(text[at]);
}

function isLetter(sign: string | undefined): boolean {
  return sign !== undefined && /[\p{L}\p{M}\p{N}]/u.test(sign);
}
