/**
 * Levenshtein distance over numbers, 32 rows at a time: Myers, A fast bit-vector algorithm for approximate string
 * matching (1999), in the blocks of Hyyrö (2003). They come one after the other, each over the whole text, so that the
 * memory needed does not grow with the product of the lengths.
 */
export interface Pattern {
  readonly tokens: Int32Array;
  /** Where each number of a block stands in it, as bits: hash tables of 64 places, one a block. */
  readonly keys: Int32Array;
  readonly masks: Int32Array;
}

export function createPattern(tokens: Int32Array): Pattern {
  const blocks = Math.ceil(tokens.length / height);
  const pattern: Pattern = {
    tokens,
    keys: new Int32Array(blocks * places),
    masks: new Int32Array(blocks * places),
  };
  for (let at = 0; at < tokens.length; at += 1) {
    const place = placeOf(tokens[at]!, at >>> 5, pattern);
    pattern.keys[place] = tokens[at]!;
    pattern.masks[place]! |= 1 << (at & 31);
  }
  return pattern;
}

const [height, places] = [32, 64];

/** The place of a number in the table of a block, or the free one where it belongs. */
function placeOf(token: number, block: number, { keys, masks }: Pattern): number {
  let place = block * places + (Math.imul(token, 0x9e3779b1) >>> 26);
  while (masks[place] !== 0 && keys[place] !== token) place = (place & -places) | ((place + 1) & (places - 1));
  return place;
}

/** A part of an array of numbers. */
export interface Slice {
  readonly tokens: Int32Array;
  readonly start: number;
  readonly end: number;
}

/** Two texts of 32,000 words each. */
const mostCells = 2 ** 30;

/** The longest text that is compared word by word with all that may be half as similar. */
export const longest = Math.sqrt(mostCells / 2);

/** The distance where it is `most` at most, else some number above. Of two much longer texts only the words count, not their order. */
export function distance(pattern: Pattern, text: Slice, most: number): number {
  const [rows, columns] = [pattern.tokens.length, text.end - text.start];
  if (Math.abs(rows - columns) > most) return most + 1;
  if (rows === 0) return columns;
  if (rows * columns > mostCells) return bagDistance(pattern.tokens, text);
  return rows <= height ? oneBlock(pattern, text, most) : manyBlocks(pattern, text, most);
}

function oneBlock(pattern: Pattern, { tokens, start, end }: Slice, most: number): number {
  let changes = pattern.tokens.length;
  let plus = -1;
  let minus = 0;
  const last = 1 << (changes - 1);
  for (let at = start; at < end; at += 1) {
    const equal = pattern.masks[placeOf(tokens[at]!, 0, pattern)]!;
    const down = equal | minus;
    const across = (((equal & plus) + plus) ^ plus) | equal;
    let more = minus | ~(across | plus);
    const less = plus & across;
    if (more & last) changes += 1;
    else if (less & last) changes -= 1;
    // Each token that follows may take one change back.
    if (changes - (end - at - 1) > most) return most + 1;
    more = (more << 1) | 1;
    plus = (less << 1) | ~(down | more);
    minus = more & down;
  }
  return changes;
}

function manyBlocks(pattern: Pattern, text: Slice, most: number): number {
  const rows = pattern.tokens.length;
  const steps = new Int8Array(text.end - text.start).fill(1);
  let changes = 0;
  for (let from = 0; from < rows; from += height) {
    const to = Math.min(rows, from + height);
    nextBlock(pattern, text, { from, to, steps });
    changes = to;
    for (const step of steps) changes += step;
    if (changes - (rows - to) > most) return most + 1;
  }
  return changes;
}

interface Block {
  readonly from: number;
  readonly to: number;
  /** From column to column in the row above the block, and then in its last. */
  readonly steps: Int8Array;
}

function nextBlock(pattern: Pattern, { tokens, start, end }: Slice, { from, to, steps }: Block): void {
  let plus = -1;
  let minus = 0;
  const last = to - from - 1;
  for (let at = start; at < end; at += 1) {
    const above = steps[at - start]!;
    const found = pattern.masks[placeOf(tokens[at]!, from >>> 5, pattern)]!;
    const down = found | minus;
    const equal = above < 0 ? found | 1 : found;
    const across = (((equal & plus) + plus) ^ plus) | equal;
    let more = minus | ~(across | plus);
    let less = plus & across;
    steps[at - start] = ((more >>> last) & 1) - ((less >>> last) & 1);
    more = (more << 1) | (above > 0 ? 1 : 0);
    less = (less << 1) | (above < 0 ? 1 : 0);
    plus = less | ~(down | more);
    minus = more & down;
  }
}

function bagDistance(left: Int32Array, { tokens, start, end }: Slice): number {
  const counts = new Map<number, number>();
  for (const token of left) counts.set(token, (counts.get(token) ?? 0) + 1);
  let common = 0;
  for (let at = start; at < end; at += 1) {
    const count = counts.get(tokens[at]!) ?? 0;
    if (count > 0) common += 1;
    counts.set(tokens[at]!, count - 1);
  }
  return Math.max(left.length, end - start) - common;
}
