import type { Range } from '../model.ts';

/** A word of a text: a run of letters, marks, digits and `_` (G16). */
export interface Word extends Range {
  /** Folded (G15): two spellings of one word have the same key. */
  readonly key: string;
  /** What stands between it and the word before: ` `, `-`, `'`, or other marks as they are. */
  readonly joint: string;
}

/** The words of a text, with ranges in it. Linear. */
export function words(text: string): readonly Word[] {
  const found: Word[] = [];
  let end = 0;
  for (const { 0: word, index } of text.matchAll(wordPattern)) {
    found.push({ start: index, end: index + word.length, key: fold(word), joint: jointOf(text, end, index) });
    end = index + word.length;
  }
  return found;
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

/** NFC, without soft hyphens, ö = oe, ß = ss; all capitals stay all capitals (PJÖNGJANG = PJOENGJANG). */
function fold(word: string): string {
  if (!/[\u0080-\uffff]/.test(word)) return word;
  const plain = /[\u00AD\u0100-\uffff]/.test(word) ? word.replace(/\p{DI}/gu, '').normalize('NFC') : word;
  const folded = plain.replace(/[äöüÄÖÜßẞ]/gu, (letter) => folds[letter] ?? letter);
  return /^(?:\P{Ll}|ß){2,}$/u.test(plain) ? folded.toUpperCase() : folded;
}

const folds: Readonly<Record<string, string>> = {
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
  if (end - start > longestJoint) return '\n';
  const raw = text.slice(start, end);
  if (/^[!-~]? ?$/.test(raw)) return raw;
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
