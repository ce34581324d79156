import type { Range } from '../model.ts';
import { kindAt, unitKind } from './unit-kinds.ts';

/** A word of a text: a run of letters, marks, digits and `_` (G16). */
export interface Word extends Range {
  /** Folded (G15): two spellings of one word have the same key. */
  readonly key: string;
  /** What stands between it and the word before: ` `, `-`, `'`, or other marks as they are. */
  readonly joint: string;
}

const { part, lower, twofold, odd, unsure } = unitKind;

/** The words of a text, with ranges in it. Linear. */
export function words(text: string): readonly Word[] {
  const found: Word[] = [];
  for (let word = wordAfter(text, 0); word !== undefined; word = wordAfter(text, word.end)) found.push(word);
  return found;
}

/** The first word from an offset on that is in no word. */
export function wordAfter(text: string, from: number): Word | undefined {
  let start = from;
  while (start < text.length && (kindAt(text, start) & (part | unsure)) === 0) start++;
  let end = start;
  let seen = 0;
  let kind = kindAt(text, start);
  for (; (kind & part) !== 0; kind = kindAt(text, ++end)) seen |= kind;
  if ((kind & unsure) !== 0) return unsureWordAfter(text, from);
  if (start === end) return undefined;
  return { start, end, key: keyOf(text.slice(start, end), seen), joint: jointOf(text, from, start) };
}

/** Where only the pattern can tell what belongs to the word. */
function unsureWordAfter(text: string, from: number): Word | undefined {
  wordPattern.lastIndex = from;
  const match = wordPattern.exec(text);
  if (match === null) return undefined;
  const { 0: word, index } = match;
  return { start: index, end: index + word.length, key: fold(word), joint: jointOf(text, from, index) };
}

/** Offset in `word` after its first `length` folded characters. */
export function unfold(word: string, length: number): number {
  let folded = 0;
  for (const { 0: cluster, index } of word.matchAll(clusterPattern)) {
    if (folded >= length) return index;
    folded += fold(cluster).length;
  }
  return word.length;
}

/** What `fold` says, by the kinds of a word's letters: of most words they tell enough. */
function keyOf(word: string, kinds: number): string {
  if ((kinds & odd) !== 0) return fold(word);
  if ((kinds & twofold) === 0) return word;
  const spelled = spellOut(word);
  return (kinds & lower) === 0 && word.length > 1 ? spelled.toUpperCase() : spelled;
}

/** NFC, without soft hyphens, ö = oe, ß = ss; all capitals stay all capitals (PJÖNGJANG = PJOENGJANG). */
function fold(word: string): string {
  if (!/[\u0080-\uffff]/.test(word)) return word;
  const plain = /[\u00AD\u0100-\uffff]/.test(word) ? word.replace(/\p{DI}/gu, '').normalize('NFC') : word;
  const folded = spellOut(plain);
  return /^(?:\P{Ll}|ß){2,}$/u.test(plain) ? folded.toUpperCase() : folded;
}

/** Without a regular expression: this is done for every word of a text that may be a term. */
function spellOut(word: string): string {
  let spelled = '';
  let done = 0;
  for (let at = 0; at < word.length; at++) {
    const letters = word.charCodeAt(at) < 0x80 ? undefined : folds[word.charAt(at)];
    if (letters === undefined) continue;
    spelled += word.slice(done, at) + letters;
    done = at + 1;
  }
  return spelled + word.slice(done);
}

/** What letters read as that Germans spell in two ways. */
export const folds: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  Ä: 'Ae',
  Ö: 'Oe',
  Ü: 'Ue',
  ß: 'ss',
  ẞ: 'SS',
};

/** DI, default ignorable code points: soft hyphen, zero-width characters, byte order mark. */
const wordPattern = /[\p{L}\p{M}\p{N}_]+(?:\p{DI}+[\p{L}\p{M}\p{N}_]+)*/gu;
const clusterPattern = /\P{M}[\p{M}\p{DI}]*/gu;

/** One line break counts as a blank, an empty line or a long gap joins nothing. */
function jointOf(text: string, start: number, end: number): string {
  if (start === end) return '';
  if (end - start > longestJoint) return '\n';
  const raw = text.slice(start, end);
  if (raw === ' ' || /^[!-~]? ?$/.test(raw)) return raw;
  const gap = raw.replace(/\p{DI}/gu, '');
  if (/\n[^\S\n]*\n/u.test(gap)) return '\n';
  return gap
    .replace(/[\u2010\u2011]/gu, '-')
    .replace(/[’ʼ]/gu, "'")
    .replace(/-[^\S\n]*\n\s*/gu, '-')
    .replace(/\s+/gu, ' ');
}

/** UTF-16 units; a deeply indented line break fits in. */
const longestJoint = 40;
