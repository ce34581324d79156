import { abbreviationKind } from './abbreviations.ts';
import type { CharacterKind } from './characters.ts';
import {
  characterKind,
  isApostrophe,
  isBlank,
  isBoundary,
  isCloser,
  isDot,
  isIdeographicStop,
  isLetter,
  isMasked,
  isOpener,
  isStop,
  nextStop,
  skipBlanks,
} from './characters.ts';
import type { AbbreviationKind, Lexicon } from './lexicon.ts';
import { noteEnd, tailEnd } from './notes.ts';

/** A place where a sentence may end: stops, what closes behind them, and the words on both sides. */
export interface Candidate {
  readonly text: string;
  /** Where the sentence starts that would end here. */
  readonly start: number;
  /** The first stop. */
  readonly stop: number;
  /** Behind the last stop. */
  readonly stopEnd: number;
  /** Behind closers and footnote marks: where the sentence would end. */
  readonly end: number;
  /** The next non-blank. */
  readonly next: number;
  readonly mark: Mark;
  /** The token before the stop, without opening punctuation; its last 40 code units. */
  readonly word: string;
  /** The word at `next`, behind opening punctuation; `''` where none stands there. Its first 40 code units. */
  readonly follower: string;
  /** What the follower starts with. */
  readonly kind: CharacterKind;
  /** The word is the first of its sentence. */
  readonly first: boolean;
  /** What the stop belongs to, if it is one full stop. */
  readonly abbreviation: AbbreviationKind | undefined;
  /** The follower has a capital and opens sentences; an address may have it for politeness. */
  readonly opening: 'starter' | 'address' | undefined;
}

/** One full stop; an ellipsis; anything with `!` or `?` (or a stop of another script). */
type Mark = '.' | '…' | '!';

/** Where to go on, and where the sentence started. */
interface Search {
  readonly from: number;
  readonly start: number;
}

/** The first candidate at or after `from`. None at the end of the text: nothing is left to decide there. */
export function findCandidate(text: string, { from, start }: Search, lexicon: Lexicon): Candidate | undefined {
  for (let stop = nextStop(text, from); stop < text.length; ) {
    const stopEnd = stopsEnd(text, stop);
    const end = closersEnd(text, stopEnd);
    if (isOpenEnd(text, stopEnd, end)) {
      return readCandidate(text, { start, stop, stopEnd, end: tailEnd(text, end) }, lexicon);
    }
    stop = nextStop(text, stopEnd);
  }
  return undefined;
}

export interface Token {
  readonly start: number;
  readonly word: string;
}

/**
 * The token of the sentence before `at`, with a blank between; an empty one where punctuation or nothing stands there.
 * What stands before the sentence decides nothing: alone it is the same sentence.
 */
export function tokenBefore({ text, start }: Pick<Candidate, 'text' | 'start'>, at: number): Token {
  let end = at;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end -= 1;
  const word = end < at ? wordBefore(text, end, start) : '';
  return { start: end - word.length, word };
}

/** Where the candidate's word starts. */
export function wordStart({ stop, word }: Candidate): number {
  return stop - word.length;
}

/** Behind opening punctuation, a dash or a masked tag that stands before a word. */
export function skipOpeners(text: string, from: number): number {
  let at = from;
  for (; at - from < openerLimit && isOpener(text.charCodeAt(at)); at++);
  if (isMasked(text.charCodeAt(at))) return skipMasked(text, at);
  return dashes.includes(text[at]!) && isBlank(text.charCodeAt(at + 1)) ? at + 2 : at;
}

/** Only openers stand between the sentence's start and the word. */
export function startsAt(text: string, start: number, word: number): boolean {
  return word - start <= startLimit && skipOpeners(text, start) === word;
}

/** Looks of bounded length keep hostile text linear. */
const openerLimit = 8;
const startLimit = 400;
const wordLimit = 40;

const dashes = '–—-';

type Bounds = Pick<Candidate, 'start' | 'stop' | 'stopEnd' | 'end'>;

function readCandidate(text: string, { start, stop, stopEnd, end }: Bounds, lexicon: Lexicon): Candidate | undefined {
  const next = skipBlanks(text, end);
  if (next >= text.length) return undefined;
  const mark = markOf(text, stop, stopEnd);
  const word = wordBefore(text, stop, start);
  const first = startsAt(text, start, stop - word.length);
  const abbreviation = mark === '.' ? abbreviationKind({ text, start, stop, word, first }, lexicon) : undefined;
  const at = skipOpeners(text, next);
  const kind = characterKind(text, at);
  const follower = wordFrom(text, at);
  const opening = kind === 'upper' ? openingOf(follower.toLowerCase(), lexicon) : undefined;
  return { text, start, stop, stopEnd, end, next, mark, word, follower, kind, first, abbreviation, opening };
}

function openingOf(word: string, { starters, addresses }: Lexicon): Candidate['opening'] {
  if (starters.has(word)) return 'starter';
  return addresses?.has(word) ? 'address' : undefined;
}

/** A masked tag or span that a word directly follows; one that stands alone is a word itself. */
function skipMasked(text: string, from: number): number {
  let at = from;
  while (isMasked(text.charCodeAt(at))) at += 1;
  return at < text.length && !isBlank(text.charCodeAt(at)) ? at : from;
}

function wordBefore(text: string, end: number, start: number): string {
  let at = end;
  while (at > start && end - at < wordLimit && !endsWord(text, at - 1)) at -= 1;
  return text.slice(at, end);
}

function wordFrom(text: string, from: number): string {
  let at = from;
  while (at - from < wordLimit && (isLetter(text, at) || text[at] === '-')) at += 1;
  return text.slice(from, at);
}

/** An apostrophe between letters ends no word. */
function endsWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return isBoundary(code) && !(isApostrophe(code) && isLetter(text, at - 1) && isLetter(text, at + 1));
}

function stopsEnd(text: string, from: number): number {
  let at = from + 1;
  while (isStop(text.charCodeAt(at))) at += 1;
  return at;
}

function closersEnd(text: string, from: number): number {
  let at = from;
  for (;;) {
    const code = text.charCodeAt(at);
    const next = isCloser(code) || isMasked(code) ? at + 1 : noteEnd(text, at);
    if (next === at) return at;
    at = next;
  }
}

/** A blank follows, or a stop that needs none. */
function isOpenEnd(text: string, stopEnd: number, end: number): boolean {
  return end >= text.length || isBlank(text.charCodeAt(end)) || isIdeographicStop(text.charCodeAt(stopEnd - 1));
}

function markOf(text: string, stop: number, stopEnd: number): Mark {
  for (let at = stop; at < stopEnd; at++) if (!isDot(text.charCodeAt(at))) return '!';
  return stopEnd - stop === 1 && text[stop] === '.' ? '.' : '…';
}
