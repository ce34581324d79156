import type { Pair } from '../model.ts';
import { lately } from '../once.ts';
import { isSyllable } from './korean/syllable.ts';

/**
 * What stands in a text, as bits. Most rules look for signs that most texts do not have: one pass over the UTF-16 units
 * tells all of them, where dozens of regular expressions that find nothing take many times as long. A bit may be set for
 * nothing, never the other way round.
 */
export const sign = {
  blank: 1,
  latin: 1 << 1,
  hangul: 1 << 2,
  /** What is neither Latin, Greek, punctuation nor Hangul. */
  foreign: 1 << 3,
  /** One of `.!?…。`. */
  stop: 1 << 4,
  /** One of `,;:`. */
  mark: 1 << 5,
  quote: 1 << 6,
  bracket: 1 << 7,
  /** One of `` `<@{%:= ``: code, a tag, an address or a placeholder may begin. */
  code: 1 << 8,
  /** `]` and superscript figures. */
  note: 1 << 9,
  /** A tab, a zero-width space, a byte order mark. */
  space: 1 << 10,
  /** What is hardly ever typed: control characters, lost ones, marks, what texts in a wrong encoding are full of. */
  odd: 1 << 11,
  /** Two blanks in a row, or one at an end of the text. */
  doubleBlank: 1 << 12,
  /** A blank before a stop or a mark. */
  blankBefore: 1 << 13,
  /** A letter right behind a stop: `.de`, `Ende.Der`. */
  letterBehind: 1 << 14,
  /** A blank behind a stop, a bracket or a quotation mark: a sentence may end there. */
  blankBehind: 1 << 15,
  /** `](` */
  link: 1 << 16,
  /** `ww` */
  web: 1 << 17,
  digit: 1 << 18,
  /** A fraction or a full-width digit. */
  figure: 1 << 19,
} as const;

/** Not told of a text. */
const w = 1 << 20;

/** The signs of a text, in linear time. */
export function signsIn(text: string): number {
  return reading(text).signs;
}

/** How many UTF-16 units of a text are no blanks. */
export function lengthWithoutBlanks(text: string): number {
  return reading(text).length;
}

interface Reading {
  readonly text: string;
  readonly signs: number;
  readonly length: number;
}

let newer: Reading = { text: '', signs: sign.doubleBlank, length: 0 };
let older = newer;

/** Those of the two texts asked about last are known: many ask for the same. */
function reading(text: string): Reading {
  if (text === newer.text) return newer;
  if (text === older.text) return older;
  older = newer;
  newer = read(text);
  return newer;
}

function read(text: string): Reading {
  let [signs, length] = [0, 0];
  let before: number = sign.blank;
  for (let at = 0; at < text.length; at += 1) {
    const kind = kindOf(text.charCodeAt(at));
    signs |= kind;
    if ((kind & sign.blank) === 0) length += 1;
    if (((before | kind) & beside) !== 0) signs |= besides(before, kind);
    before = kind;
  }
  return { text, length, signs: (before & sign.blank) === 0 ? signs : signs | sign.doubleBlank };
}

/** Those of both texts of a pair. */
export const signsOf = lately(({ source, target }: Pair): Readonly<Record<keyof Pair, number>> => {
  return { source: signsIn(source), target: signsIn(target) };
});

/** Without these two neighbours say nothing. */
const beside = sign.blank | sign.stop | sign.note | w;
const closers = sign.stop | sign.quote | sign.bracket | sign.note;

function besides(before: number, kind: number): number {
  if ((before & sign.blank) !== 0) {
    if ((kind & sign.blank) !== 0) return sign.doubleBlank;
    return (kind & (sign.stop | sign.mark)) === 0 ? 0 : sign.blankBefore;
  }
  if ((kind & sign.blank) !== 0) return (before & closers) === 0 ? 0 : sign.blankBehind;
  if ((before & sign.stop) !== 0) return (kind & (sign.latin | sign.foreign)) === 0 ? 0 : sign.letterBehind;
  if ((before & sign.note) !== 0) return (kind & sign.bracket) === 0 ? 0 : sign.link;
  return (before & kind & w) === 0 ? 0 : sign.web;
}

function kindOf(unit: number): number {
  return isSyllable(unit) ? sign.hangul : kinds[unit]!;
}

const kinds = createTable();

function createTable(): Uint32Array {
  const table = new Uint32Array(0x10000);
  const fill = (kind: number, ...ranges: readonly (readonly [first: number, last: number])[]) => {
    for (const [first, last] of ranges) for (let unit = first; unit <= last; unit += 1) table[unit]! |= kind;
  };
  const mark = (kind: number, units: string) => {
    for (const unit of units) table[unit.charCodeAt(0)]! |= kind;
  };
  fill(sign.odd, [0, 8], [11, 12], [14, 31], [0x7f, 0x9f], [0xc2, 0xc3], [0xe2, 0xe2], [0xea, 0xed]);
  fill(sign.odd, [0x100, 0x2012], [0x201f, 0xffff]);
  fill(sign.foreign, [0x400, 0x1fff], [0x2de0, 0xffff]);
  fill(sign.latin, [65, 90], [97, 122], [0xaa, 0xaa], [0xba, 0xba], [0xc0, 0x2af], [0x1e00, 0x1eff], [0x2c60, 0x2c7f]);
  fill(sign.latin, [0xa720, 0xa7ff], [0xab30, 0xab6f], [0xff21, 0xff5a]);
  fill(sign.blank, [9, 13], [0x2000, 0x200a]);
  mark(sign.blank, ' \u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff');
  mark(sign.space, '\t\u200b\ufeff');
  mark(sign.stop, '.!?…。');
  mark(sign.mark, ',;:');
  mark(sign.quote, '„“”"«»‚‘’\'‹›');
  mark(sign.bracket, '()[]{}（）［］｛｝');
  mark(sign.code, '`<@{%:=');
  mark(sign.note, ']¹²³⁰⁴⁵⁶⁷⁸⁹');
  mark(w, 'wW');
  fill(sign.digit, [48, 57]);
  fill(sign.figure, [0xbc, 0xbe], [0x2150, 0x215e], [0xff10, 0xff19]);
  return table;
}
