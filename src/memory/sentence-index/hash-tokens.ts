import type { Range } from '../../model.ts';

/** A sentence, and where inline codes stand in it, in order. */
export interface CodedText {
  readonly text: string;
  readonly codes: readonly Range[];
}

/** Numbers that grow as they come. */
export interface Numbers {
  list: Int32Array;
  length: number;
}

export function createNumbers(size = 64): Numbers {
  return { list: new Int32Array(size), length: 0 };
}

function push(numbers: Numbers, value: number): void {
  if (numbers.length === numbers.list.length) makeRoom(numbers, 1);
  numbers.list[numbers.length] = value;
  numbers.length += 1;
}

export function append(numbers: Numbers, values: Int32Array): void {
  makeRoom(numbers, values.length);
  numbers.list.set(values, numbers.length);
  numbers.length += values.length;
}

function makeRoom(numbers: Numbers, count: number): void {
  const { list, length } = numbers;
  if (length + count <= list.length) return;
  numbers.list = new Int32Array(2 * (length + count));
  numbers.list.set(list);
}

/**
 * The tokens of `tokensOf`, one number each, told from char codes: a million sentences are read without making a text
 * of each word. Two tokens may have the same number, so what is found by it looks at least as similar as it is.
 */
export function hashTokens({ text, codes }: CodedText, into: Numbers): void {
  let from = 0;
  for (const { start, end } of codes) {
    hashWords(text.slice(from, start), into);
    push(into, hashOf(text, { start, end }, codeSeed));
    from = end;
  }
  hashWords(codes.length === 0 ? text : text.slice(from), into);
}

/** The same of one text. */
export function tokenNumbers(text: CodedText): Int32Array {
  const numbers = createNumbers();
  hashTokens(text, numbers);
  return numbers.list.slice(0, numbers.length);
}

const [wordSeed, codeSeed] = [0x811c9dc5, 0x2f0b4c47];

function hashOf(text: string, { start, end }: Range, seed: number): number {
  let hash = seed;
  for (let at = start; at < end; at += 1) hash = next(hash, text.charCodeAt(at));
  return last(hash);
}

const next = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193);

/** The high bits decide where it is looked for, and FNV leaves them alike for short words. */
function last(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return mixed ^ (mixed >>> 13);
}

/** Signs that no other changes: what is made of these alone is in NFC, and lower-cased sign by sign. */
const uneven = /[^\0-\u012f\u0131-\u02ff\u2010-\u2027\u2030-\u205e\u20ac\u4e00-\u9fff\uac00-\ud7a3]/;

function hashWords(raw: string, into: Numbers): void {
  const text = uneven.test(raw) ? raw.normalize('NFC').toLowerCase() : raw;
  let open = space;
  let hash = wordSeed;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const kind = kinds[code]! || kindAt(text, at);
    if (open !== space && (kind !== open || kind === sign)) {
      push(into, last(hash));
      hash = wordSeed;
    }
    open = kind;
    if (kind === space) continue;
    hash = next(hash, code < lower.length ? lower[code]! : code);
    if (code < 0xd800 || !isPair(text, at)) continue;
    at += 1;
    hash = next(hash, text.charCodeAt(at));
  }
  if (open !== space) push(into, last(hash));
}

const isPair = (text: string, at: number): boolean => text.codePointAt(at)! > 0xffff;

const lower = Uint16Array.from({ length: 0x300 }, (_, code) => String.fromCharCode(code).toLowerCase().charCodeAt(0));

const space = 1;
const letter = 2;
const digit = 3;
const sign = 4;

/** By UTF-16 unit, as far as any was asked for; the halves of a pair say nothing by themselves. */
const kinds = new Uint8Array(0x10000);

function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  const kind = kindOf(String.fromCodePoint(text.codePointAt(at)!));
  if ((code & 0xf800) !== 0xd800) kinds[code] = kind;
  return kind;
}

function kindOf(character: string): number {
  if (/[\p{L}\p{M}]/u.test(character)) return letter;
  if (/\p{Nd}/u.test(character)) return digit;
  return /\s/u.test(character) ? space : sign;
}
