/** An index of sentences: one buffer of 32-bit numbers, which threads share and a file holds as it is. All arrays are views of it. */
export interface SentenceIndex {
  readonly buffer: SharedArrayBuffer;
  /** Where the tokens of each sentence begin, and where the last ones end. */
  readonly starts: Uint32Array;
  readonly tokens: Int32Array;
  /** Ranks: the sentences by their counts of tokens, of equals in their own order. */
  readonly order: Uint32Array;
  /** The counts that there are, growing, and the first rank of each. */
  readonly counts: Uint32Array;
  readonly firsts: Uint32Array;
  /** Where the list of each bucket begins, and where the last one ends. */
  readonly buckets: Uint32Array;
  /** Ranks of the sentences with a pair of neighbouring tokens in the bucket, growing. */
  readonly postings: Uint32Array;
}

/** How many there are of each. */
export interface Sizes {
  readonly sentences: number;
  readonly tokens: number;
  readonly counts: number;
  /** A power of two. */
  readonly buckets: number;
  readonly postings: number;
}

/** First number of a buffer: another one when anything in it means something else than before. */
const version = 0x57460001;

const headLength = 8;

export function newIndex(sizes: Sizes): SentenceIndex {
  const buffer = new SharedArrayBuffer(4 * lengthOf(sizes));
  new Uint32Array(buffer).set([version, sizes.sentences, sizes.tokens, sizes.counts, sizes.buckets, sizes.postings]);
  return viewOf(buffer, sizes);
}

/** Absent: the buffer is none of ours, or of another version, or not all of one. */
export function openIndex(buffer: SharedArrayBuffer): SentenceIndex | undefined {
  if (buffer.byteLength < 4 * headLength) return undefined;
  const [first, sentences = 0, tokens = 0, counts = 0, buckets = 0, postings = 0] = new Uint32Array(
    buffer,
    0,
    headLength,
  );
  const sizes = { sentences, tokens, counts, buckets, postings };
  return first === version && buffer.byteLength === 4 * lengthOf(sizes) ? viewOf(buffer, sizes) : undefined;
}

const lengthOf = ({ sentences, tokens, counts, buckets, postings }: Sizes): number =>
  headLength + (sentences + 1) + tokens + sentences + counts + (counts + 1) + (buckets + 1) + postings;

function viewOf(buffer: SharedArrayBuffer, { sentences, tokens, counts, buckets, postings }: Sizes): SentenceIndex {
  let at = 4 * headLength;
  const take = (length: number) => {
    at += 4 * length;
    return [buffer, at - 4 * length, length] as const;
  };
  return {
    buffer,
    starts: new Uint32Array(...take(sentences + 1)),
    tokens: new Int32Array(...take(tokens)),
    order: new Uint32Array(...take(sentences)),
    counts: new Uint32Array(...take(counts)),
    firsts: new Uint32Array(...take(counts + 1)),
    buckets: new Uint32Array(...take(buckets + 1)),
    postings: new Uint32Array(...take(postings)),
  };
}
