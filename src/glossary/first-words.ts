import { firstHash, hasHash, hashOf, type KeyBits, keyBits, nextHash } from './key-bits.ts';
import { kindAt, unitKind, unitKinds } from './unit-kinds.ts';
import { folds, wordAfter } from './words.ts';

/**
 * The words that a term may begin with. All other words of a text, nearly all of it, are passed over without a string
 * being made of them. Now and then a word is taken for one of these that is none, never the other way round.
 */
export interface FirstWords {
  readonly whole: KeyBits;
  /** How closed compounds begin. */
  readonly openings: KeyBits;
  /** Their lengths, as bits. */
  readonly openingLengths: number;
  /** 1 for each unit that may be their first letter: most words of a text are told by these. */
  readonly initials: Uint8Array;
}

/** `whole`: keys of words; `openings`: beginnings of keys, of at most 30 letters. */
export function createFirstWords(whole: readonly string[], openings: readonly string[]): FirstWords {
  return {
    whole: keyBits(whole),
    openings: keyBits(openings),
    openingLengths: openings.reduce((bits, { length }) => bits | (1 << length), 0),
    initials: initialsOf(openings),
  };
}

function initialsOf(openings: readonly string[]): Uint8Array {
  const initials = new Uint8Array(0x10000);
  for (const opening of openings) initials[opening.charCodeAt(0)] = 1;
  for (const [letter, spelled] of Object.entries(folds)) {
    if (initials[spelled.charCodeAt(0)] === 1) initials[letter.charCodeAt(0)] = 1;
  }
  return initials;
}

const { part, lower, twofold, odd, unsure } = unitKind;

/** Where the next of these words starts, from an offset on that is in no word; -1 where there is none. Linear. */
export function nextFirstWord(text: string, from: number, first: FirstWords): number {
  for (let at = from; at < text.length; at++) {
    const start = at;
    let hash = firstHash;
    let seen = 0;
    let kind = 0;
    for (; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      kind = unitKinds[unit]!;
      if ((kind & part) === 0) break;
      hash = (kind & twofold) === 0 ? nextHash(hash, unit) : nextHash(nextHash(hash, foldsTo[unit]!), alsoTo[unit]!);
      seen |= kind;
    }
    // In all capitals ö is OE: that is not seen before the end of the word.
    const isPlain = (seen & odd) === 0 && (kind & unsure) === 0 && (seen & (lower | twofold)) !== twofold;
    if (isPlain) {
      if (seen !== 0 && (hasHash(first.whole, hash) || isOpening(text, start, first))) return start;
    } else {
      const word = wordAfter(text, start);
      if (word === undefined) return -1;
      if (hasHash(first.whole, hashOf(word.key)) || isOpening(word.key, 0, first)) return word.start;
      at = word.end - 1;
    }
  }
  return -1;
}

/** Whether the word that starts there begins like a closed compound. */
export function isOpening(text: string, start: number, first: FirstWords): boolean {
  if (first.initials[text.charCodeAt(start)] !== 1) return false;
  let hash = firstHash;
  for (let at = start, length = 1; first.openingLengths >> length !== 0; at++, length++) {
    const kind = kindAt(text, at);
    if ((kind & (part | unsure)) === 0) return false;
    const unit = text.charCodeAt(at);
    hash = nextHash(hash, (kind & twofold) === 0 ? unit : foldsTo[unit]!);
    if (isOpeningHash(hash, length, first)) return true;
    if ((kind & twofold) === 0) continue;
    hash = nextHash(hash, alsoTo[unit]!);
    if (isOpeningHash(hash, ++length, first)) return true;
  }
  return false;
}

function isOpeningHash(hash: number, length: number, { openings, openingLengths }: FirstWords): boolean {
  return ((openingLengths >> length) & 1) === 1 && hasHash(openings, hash);
}

/** The two letters that a letter is folded to. */
const [foldsTo, alsoTo] = [0, 1].map((letter) => {
  const units = new Uint8Array(0x100);
  for (const [from, to] of Object.entries(folds)) units[from.charCodeAt(0)] = to.charCodeAt(letter);
  return units;
}) as [Uint8Array, Uint8Array];
