/** A set of texts that knows their hashes only, as bits: now and then it takes another text for one of them, never one for another. */
export interface KeyBits {
  readonly words: Int32Array;
}

/** Thirty-two bits and two marks a text: of those that are none of them one in about 250 is taken for one. */
export function keyBits(keys: readonly string[]): KeyBits {
  const words = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(1, keys.length))));
  for (const key of keys) {
    const hash = mixed(hashOf(key));
    for (const bit of [hash, hash >>> otherBit]) words[(bit >>> 5) & (words.length - 1)]! |= 1 << (bit & 31);
  }
  return { words };
}

export function hasHash({ words }: KeyBits, hash: number): boolean {
  const bit = mixed(hash);
  return isSet(words, bit) && isSet(words, bit >>> otherBit);
}

function isSet(words: Int32Array, bit: number): boolean {
  return ((words[(bit >>> 5) & (words.length - 1)]! >>> (bit & 31)) & 1) === 1;
}

const otherBit = 11;

export function hashOf(key: string): number {
  let hash = firstHash;
  for (let at = 0; at < key.length; at++) hash = nextHash(hash, key.charCodeAt(at));
  return hash;
}

/** FNV-1a over UTF-16 units: the hash of no text, and that of a text with one more unit. */
export const firstHash = 0x811c9dc5 | 0;

export function nextHash(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

/** Of such a hash alone the lower bits tell little. */
function mixed(hash: number): number {
  const product = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return product ^ (product >>> 12);
}
