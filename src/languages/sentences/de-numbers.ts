import { type Candidate, startsAt, type Token, tokenBefore, wordStart } from './candidate.ts';
import { isDigit, isMasked } from './characters.ts';
import { isInitial, isSingleLetter } from './conditions.ts';
import { countedNouns, datePrepositions, months, sectionNouns } from './de-words.ts';

/** `3.`, `4./5.`, `1.–3.`: an ordinal, or a number at the end of its sentence. Years and thousands are none. */
export function isOrdinal({ text, mark, word, stopEnd, end }: Candidate): boolean {
  if (mark !== '.' || !isDigit(word.charCodeAt(word.length - 1)) || !ordinal.test(word)) return false;
  return stopEnd === end || isMasked(text.charCodeAt(stopEnd)) || bindingClosers.includes(text[stopEnd]!);
}

/** `Wilhelm II.`; the single letters I, V and X are initials too. */
export function isRomanNumeral({ mark, word }: Candidate): boolean {
  return mark === '.' && /^[IVXLC]{2,7}$/.test(word);
}

/** The first part of an abbreviation (`z. B.`), or a variable at the end. */
export function isSmallLetter(candidate: Candidate): boolean {
  const { mark, word } = candidate;
  if (mark !== '.' || !isSingleLetter(word, 'lower') || word.includes('/')) return false;
  return !(/^[ghlmst]$/.test(word) && /^[\d.,]*\d$/.test(tokenBefore(candidate, wordStart(candidate)).word));
}

/** `am 3.10.`, but not `um 19.30.` */
export function isDate(candidate: Candidate): boolean {
  const { mark, word } = candidate;
  if (mark !== '.' || !dayAndMonth.test(word)) return false;
  return datePrepositions.has(tokenBefore(candidate, wordStart(candidate)).word.toLowerCase());
}

/** `3. Oktober`, `3. OKTOBER`. */
export function isMonthAhead({ follower }: Candidate): boolean {
  return months.has(follower.toLowerCase());
}

/** A number of four and more digits; after `3. 10.` it belongs to the date. */
export function isYearAhead(candidate: Candidate): boolean {
  const { text, next } = candidate;
  for (let at = next; at < next + 4; at++) if (!isDigit(text.charCodeAt(at))) return false;
  return !/^\d{1,2}\.$/.test(tokenBefore(candidate, wordStart(candidate)).word);
}

/** A figure, a Roman numeral, a letter or a paragraph sign follows: `Art. 5`, `Kap. IV`, `Alt. b`. */
export function isNumberAhead({ text, next, kind, follower }: Candidate): boolean {
  return kind === 'digit' || text[next] === '§' || /^(?:[IVXLC]+|[A-Za-z])$/.test(follower);
}

/** `Rang 5.`, `Teil II.`, `Plan B.`, `Abs. 3 und 4.`, `Tel. 8 93 13.`: the word before counts, the number orders nothing. */
export function isCounted(candidate: Candidate): boolean {
  if (!isOrdinal(candidate) && !isRomanNumeral(candidate) && !isInitial(candidate)) return false;
  const { word } = candidate;
  const before = tokenBefore(candidate, wordStart(candidate));
  if (isFigure(before) && word.length > 1) return true;
  return conjunctions.has(before.word) ? isFigure(tokenBefore(candidate, before.start)) : isNoun(before, countedNouns);
}

/** `folgt: 1. Der`, `genannt; 2. Die`, and `Artikel 1. Der` or `§ 1. Zweck` at the start of a sentence. */
export function isItemNumber(candidate: Candidate): boolean {
  if (!isOrdinal(candidate) && !isRomanNumeral(candidate) && !isInitial(candidate)) return false;
  const { text, start } = candidate;
  const before = tokenBefore(candidate, wordStart(candidate));
  if (before.word.endsWith(':') || before.word.endsWith(';')) return true;
  return isNoun(before, sectionNouns) && startsAt(text, start, before.start);
}

function isFigure({ word }: Token): boolean {
  return /^\d{1,3}$/.test(word);
}

function isNoun({ word }: Token, nouns: ReadonlySet<string>): boolean {
  return nouns.has((word.endsWith('.') ? word.slice(0, -1) : word).toLowerCase());
}

const ordinal = /^(?:[\d.]+[-–]|[\d.]*\.\/)*\d{1,3}$/;
const dayAndMonth = /^(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])$/;
const conjunctions: ReadonlySet<string> = new Set(['und', 'oder', 'bis']);
const bindingClosers = ')*_';
