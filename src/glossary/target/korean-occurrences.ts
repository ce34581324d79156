import { onceForText } from '../../once.ts';
import { isHangul } from './hangul.ts';
import type { FormFinder, Occurrence } from './occurrence.ts';
import { indexesOf, joinsWord } from './substrings.ts';

/**
 * Finds a form in any spacing of its parts (유엔 헌장, 유엔헌장). It may follow another noun directly, and particles and
 * suffixes may follow it; what else goes on in Hangul may be another word (한국어) and counts as continued.
 */
export function koreanOccurrences(text: string): FormFinder {
  const haystack = withoutBlanks(text);
  return (form) => {
    const needle = compactForm(form);
    const found: Occurrence[] = [];
    for (const index of indexesOf(needle.text, haystack.text)) {
      const occurrence = occurrenceAt(index, needle, haystack);
      if (occurrence !== undefined) found.push(occurrence);
    }
    return found;
  };
}

function occurrenceAt(index: number, needle: Compact, haystack: Compact): Occurrence | undefined {
  const { original, offsets } = haystack;
  const start = offsets[index]!;
  const end = offsets[index + needle.text.length - 1]! + 1;
  if (joinsWord(original, start) || joinsWord(original, end)) return undefined;
  return isSpacedAsOneTerm(index, needle, haystack) ? { start, end, continued: goesOn(original, end) } : undefined;
}

/** What may follow a term within its word: suffixes (북한군, 한국인들), then particles (평양에서는). */
export function isEnding(tail: string): boolean {
  return tail.length <= longestEnding && ending.test(tail);
}

const longestEnding = 12;
const suffixes = '군|인|산|행|발|측|내|식|계|제|판|들|씨|님';
const particles = [
  '은|는|이|가|을|를|의|에|도|만|과|와|로|나|며|라|란|자|고|다|인|일|든|야|여|요|께',
  '에서|에게|에게서|에의|께서|한테|으로|로서|으로서|로써|으로써|부터|까지|조차|마저|밖에|뿐|처럼|같이|보다|마다|대로|만큼|커녕|치고',
  '이나|이며|이라|이란|이자|이고|이다|이든|이여|이야|라고|이라고|라는|이라는|라며|이라며|라면|이라면|였다|이었다|였던|이었던|입니다|이지만|지만',
].join('|');
const ending = new RegExp(`^(?:${suffixes}){0,3}(?:${particles}){0,4}$`, 'u');

function goesOn(text: string, end: number): boolean {
  if (!isHangul(text.charCodeAt(end - 1))) return false;
  let stop = end;
  while (stop <= end + longestEnding && isHangul(text.charCodeAt(stop))) stop++;
  return stop > end && !isEnding(text.slice(end, stop));
}

/** A text without its blanks. */
interface Compact {
  readonly original: string;
  readonly text: string;
  /** Of each of its characters in the original. */
  readonly offsets: Uint32Array;
}

function withoutBlanks(original: string): Compact {
  const offsets = new Uint32Array(original.length);
  let text = '';
  let count = 0;
  let from = 0;
  for (let at = 0; at < original.length; at++) {
    if (isBlank(original.charCodeAt(at))) {
      text += original.slice(from, at);
      from = at + 1;
    } else offsets[count++] = at;
  }
  return { original, text: text + original.slice(from), offsets };
}

const compactForm = onceForText(withoutBlanks);

/** Or an invisible sign. Most characters are told without the pattern. */
function isBlank(unit: number): boolean {
  if (unit === 0x20) return true;
  return !isHangul(unit) && !(unit > 0x20 && unit < 0x7f) && /[\s\u00AD\u200B]/.test(String.fromCharCode(unit));
}

/**
 * A blank where the form has none splits a compound: between nouns, not syllables. So it stands after two syllables or
 * more of a form that starts a word: 연합 뉴스, but neither 한 국가 ("one state") nor 북한 국경 ("border") is 한국.
 */
function isSpacedAsOneTerm(index: number, needle: Compact, { original, offsets }: Compact): boolean {
  for (let at = 1; at < needle.text.length; at++) {
    if (isAfterBlank(needle.offsets, at) || !isAfterBlank(offsets, index + at)) continue;
    return at >= 2 && !isHangul(original.charCodeAt(offsets[index]! - 1));
  }
  return true;
}

function isAfterBlank(offsets: Uint32Array, index: number): boolean {
  return offsets[index]! - offsets[index - 1]! > 1;
}
