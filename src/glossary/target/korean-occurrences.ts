import { onceForText } from '../../once.ts';
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
    if (!haystack.text.includes(needle.text)) return none;
    return indexesOf(needle.text, haystack.text).flatMap((index): readonly Occurrence[] => {
      const offsets = haystack.offsets.slice(index, index + needle.text.length);
      const [start, end] = [offsets[0]!, offsets.at(-1)! + 1];
      if (joinsWord(text[start - 1], text[start]) || joinsWord(text[end - 1], text[end])) return [];
      return isSpacedAsOneTerm(offsets, needle.offsets, text) ? [{ start, end, continued: goesOn(text, end) }] : [];
    });
  };
}

const none: readonly Occurrence[] = [];

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
  if (!isHangul(text[end - 1])) return false;
  const tail = /^\p{Script=Hangul}*/u.exec(text.slice(end, end + longestEnding + 1))?.[0] ?? '';
  return !isEnding(tail);
}

interface Compact {
  readonly text: string;
  /** Of each character in the text with blanks. */
  readonly offsets: readonly number[];
}

function withoutBlanks(text: string): Compact {
  const offsets: number[] = [];
  let from = 0;
  let compact = '';
  for (const { 0: blanks, index } of text.matchAll(/[\s\u00AD\u200B]+/g)) {
    compact += text.slice(from, index);
    for (; from < index; from += 1) offsets.push(from);
    from = index + blanks.length;
  }
  for (let at = from; at < text.length; at += 1) offsets.push(at);
  return { text: compact + text.slice(from), offsets };
}

const compactForm = onceForText(withoutBlanks);

/**
 * A blank where the form has none splits a compound: between nouns, not syllables. So it stands after two syllables or
 * more of a form that starts a word: 연합 뉴스, but neither 한 국가 ("one state") nor 북한 국경 ("border") is 한국.
 */
function isSpacedAsOneTerm(found: readonly number[], wanted: readonly number[], text: string): boolean {
  const isBroken = (offsets: readonly number[], index: number) => offsets[index]! - offsets[index - 1]! > 1;
  const split = found.findIndex((_, index) => index > 0 && isBroken(found, index) && !isBroken(wanted, index));
  return split === -1 || (split >= 2 && !isHangul(text[found[0]! - 1]));
}

function isHangul(character = ''): boolean {
  return /\p{Script=Hangul}/u.test(character);
}
