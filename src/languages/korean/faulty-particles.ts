import type { Range } from '../../model.ts';
import { withoutMarkup } from './bare-word.ts';
import { bracketGroup } from './bracket-group.ts';
import { hangulStart } from './hangul-start.ts';
import { pairOf, particle } from './particle.ts';
import { faultInWord } from './word-endings.ts';

/** A particle that does not agree with the word before it. */
export interface ParticleFault extends Range {
  /** Where what stands before it begins, back to a blank. */
  readonly from: number;
  readonly right: string;
}

/**
 * The faulty particles of a masked Korean text. Without knowing the words of Korean only some places are certain: behind a
 * known word, behind Latin letters, digits, units, closing brackets and quotation marks, and a few endings of any word.
 *
 * `known` are the offsets where known words end, and how each is read.
 */
export function faultyParticles(text: string, known: ReadonlyMap<number, string>): readonly ParticleFault[] {
  const faults: ParticleFault[] = [];
  for (const { index } of text.matchAll(lastSyllable)) {
    const word = { start: hangulStart(text, index), end: index + 1 };
    const fault = faultAfterKnown(word, text, known) ?? faultAfterMark(word, text, known) ?? faultInWord(word, text);
    if (fault !== undefined) faults.push(fault);
  }
  return faults;
}

/** Of the particles below, at the end of a word. */
const lastSyllable = /[은는이가을를과와로서써터도만의고며녕](?![가-힣])/gu;

type Known = ReadonlyMap<number, string>;

/** 평양는 */
function faultAfterKnown({ start, end }: Range, text: string, known: Known): ParticleFault | undefined {
  if (known.size === 0) return undefined;
  for (let at = end - 1; at > start && at >= end - longest; at -= 1) {
    const right = known.has(at) ? rightForm(known.get(at)!, text.slice(at, end)) : undefined;
    if (right !== undefined) return { from: start, start: at, end, right };
  }
  return undefined;
}

/** KCNA은, 2024은, “평양”는, 조선중앙통신(KCNA)는 */
function faultAfterMark({ start, end }: Range, text: string, known: Known): ParticleFault | undefined {
  const before = text[start - 1] ?? ' ';
  if (end - start > longest || before === ' ' || /[\s\uFFFC]/u.test(before)) return undefined;
  const tail = text.slice(start, end);
  if (pairOf(tail) === undefined) return undefined;
  let wordEnd = start;
  while (closer.test(text[wordEnd - 1] ?? '')) wordEnd -= 1;
  if (!mayEndWord.test(text[wordEnd - 1] ?? '')) return undefined;
  const words = text.slice(Math.max(0, start - farthest), start).replace(/\uFFFC+/gu, '\uFFFC');
  if (isUnsure(words, tail) || agreesInside(words, tail)) return undefined;
  const right = rightForm(known.get(wordEnd) ?? words, tail);
  return right === undefined ? undefined : { from: wordStart(text, start), start, end, right };
}

function wordStart(text: string, end: number): number {
  let start = end;
  while (start > 0 && end - start < farthest && !/\s/u.test(text[start - 1]!)) start -= 1;
  return start;
}

/** The form that a particle ought to have; absent where it is right, is no particle for certain, or nobody knows. */
function rightForm(word: string, tail: string): string | undefined {
  const pair = certain.test(tail) ? pairOf(tail) : undefined;
  const forms = pair === undefined ? [] : particle(word, pair);
  return forms.length === 1 && forms[0] !== tail ? forms[0] : undefined;
}

/** Of the endings that may begin with 이 only some, and those without it: 이 may stand after a vowel as well. */
const certain =
  /^(?:[은는](?:커녕)?|[이가을를]|[과와][의는]?|(?:으로|로)(?:서|써|부터|는|도|만|의|서는|서의)?|라[고는며])$/u;
const longest = 5;

const closer = /[*_~"'”’»」』》〉>\])}）]/u;
const mayEndWord = /[\p{L}\p{N}%‰°℃$€£¥₩\uFFFC]/u;
/** In UTF-16 units: what a word or the explanation behind it may take. */
const farthest = 300;

/** 종로 3가 is an address, 제2과 a lesson; the figure of MP3 and React 19 may be read in English. */
function isUnsure(before: string, tail: string): boolean {
  return /\p{N}$/u.test(before) && (/^[가과]$/u.test(tail) || inEnglish.test(before));
}

const inEnglish = /\p{Script=Latin}[\s-]?(?:\d|1[14-57-9])$|[가-힣]\d$/u;

/** Whether a group in brackets is an explanation is certain only right behind Hangul: "(2)와", "toFixed(n)를" are none. */
function agreesInside(before: string, tail: string): boolean {
  const plain = withoutMarkup(before).replace(/["'”’\]]{1,4}$/u, '');
  const group = bracketGroup(plain);
  if (group === undefined || /[가-힣]["'”’]?$/u.test(plain.slice(0, group.start))) return false;
  const forms = particle(group.inner, pairOf(tail)!);
  return forms.length === 0 || forms.includes(tail);
}
