import type { LocalModel } from '../../src/local-models.ts';

/** A letter of the source and, at the same place, the one of the target that it becomes; signs of neither are unknown. */
export interface Letters {
  readonly source: string;
  readonly target: string;
}

const signs = ' .,:;!?0123456789-()[]&<>"\'/=%{}äöüÄÖÜß„“👩👧\u200D';
const alphabet = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** The next letter of the alphabet: Tag → Ubh. */
export const toEnglish: Letters = { source: signs + alphabet, target: `${signs}${alphabet.slice(1)}a` };
/** A syllable for each letter: a → 가, b → 각. */
export const toKorean: Letters = {
  source: signs + alphabet,
  target: signs + Array.from(alphabet, (_, at) => String.fromCodePoint(0xac00 + at)).join(''),
};

/** What the model answers. */
export function spell(text: string, { source, target }: Letters): string {
  return Array.from(text, (letter) => [...target][[...source].indexOf(letter)] ?? letter).join('');
}

/**
 * A transformer with one layer on each side whose weights are made by hand, in 150 KB: what the decoder writes at a place
 * is the letter that stands there in the source. So its answers, their ends and their alignment are known beforehand.
 */
export function toyModel(letters: Letters): Omit<LocalModel, 'file'> {
  const [source, target] = [piecesOf(letters.source), piecesOf(letters.target)];
  const image = source.map((piece, id) => (id < 2 ? id : target.indexOf(spell(piece, letters))));
  const sizes = [source.length, target.length];
  const settings: Item = {
    name: 'special:model.yml',
    type: int8!,
    shape: [1],
    data: Buffer.from(`${config(sizes)}\0`),
  };
  return {
    model: marian([...weights(image, target.length), settings]),
    shortlist: shortlist(image),
    vocabularies: [sentencePieces(source), sentencePieces(target)],
    precision: 'int8shiftAll',
  };
}

// ── The vocabulary: a SentencePiece model (sentencepiece_model.proto) ──────────────────────────

/** Marian's matrices are multiples of eight. */
function piecesOf(letters: string): readonly string[] {
  const pieces = ['</s>', '<unk>', ...new Set(letters.replaceAll(' ', '▁'))];
  while (pieces.length % 8 !== 0) pieces.push(String.fromCodePoint(0xe000 + pieces.length));
  return pieces;
}

function sentencePieces(pieces: readonly string[]): Uint8Array {
  const [normal, unknown, control] = [1, 2, 3];
  const piece = (text: string, at: number) => {
    const type = at === 0 ? control : at === 1 ? unknown : normal;
    return field(1, Buffer.concat([field(1, Buffer.from(text)), number(3, type!)]));
  };
  // Ids of <unk>, <s>, </s> and padding.
  const trainer = Buffer.concat([number(40, 1), number(41, -1), number(42, 0), number(43, -1)]);
  return Buffer.concat([...pieces.map(piece), field(2, trainer), field(3, field(1, Buffer.from('identity')))]);
}

const field = (id: number, bytes: Buffer) => Buffer.concat([varint(id * 8 + 2), varint(bytes.length), bytes]);
const number = (id: number, value: number) => Buffer.concat([varint(id * 8), varint(value)]);

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  for (; rest > 127n; rest >>= 7n) bytes.push(Number(rest & 127n) | 128);
  return Buffer.from([...bytes, Number(rest)]);
}

// ── The weights ────────────────────────────────────────────────────────────────────────────────

interface Item {
  readonly name: string;
  readonly type: number;
  readonly shape: readonly [number, number] | readonly [number];
  readonly data: Buffer;
}
type Weight = (row: number, column: number) => number;

const [float32, int8] = [0x404, 0x101];
const dim = 64;
/** Of the signs of a position (sines, then cosines, the fastest first) the decoder finds its place by so many of each. */
const fast = 12;
/** The slowest sines are next to nothing: from here on a letter is written, in ones and zeros. */
const letterAt = 24;

function weights(image: readonly number[], target: number): readonly Item[] {
  const square = (name: string, weight: Weight) => [
    tensor(name, [dim, dim], weight),
    tensor(name.replace(/W(?=.$)/, 'b'), [1, dim], () => 0),
  ];
  const idle = (names: readonly string[]) => names.flatMap((name) => square(name, () => 0));
  const sign = (id: number, bit: number) => (bit < 0 || bit > 7 ? 0 : id & (1 << bit) ? 1 : -1);
  const place: Weight = (from, to) => (to < 2 * fast && from === (to < fast ? to : to - fast + dim / 2) ? 10 : 0);
  return [
    tensor('encoder_Wemb', [image.length, dim], (id, at) => 2 * sign(image[id]!, at - letterAt)),
    ...idle(['q', 'k', 'v', 'o'].map((one) => `encoder_l1_self_W${one}`)),
    ...idle(['1', '2'].map((one) => `encoder_l1_ffn_W${one}`)),
    tensor('decoder_Wemb', [target, dim], () => 0),
    ...idle(['q', 'k', 'v', 'o'].map((one) => `decoder_l1_self_W${one}`)),
    ...square('decoder_l1_context_Wq', place),
    ...square('decoder_l1_context_Wk', place),
    ...square('decoder_l1_context_Wv', (from, to) => (to < 8 && from === letterAt + to ? 1 : 0)),
    ...square('decoder_l1_context_Wo', (from, to) => (from < 8 && to === letterAt + from ? 1 : 0)),
    ...idle(['1', '2'].map((one) => `decoder_l1_ffn_W${one}`)),
    tensor('decoder_ff_logit_out_W', [dim, target], (at, id) => sign(id, at - letterAt)),
    tensor('decoder_ff_logit_out_b', [1, target], () => 0),
  ];
}

/** Nearly nothing in place of nothing: Marian divides by the largest weight. */
function tensor(name: string, shape: readonly [number, number], weight: Weight): Item {
  const [rows, columns] = shape;
  const values = Float32Array.from({ length: rows * columns }, (_, at) => {
    const value = weight(Math.floor(at / columns), at % columns);
    return value === 0 && rows > 1 ? 1e-6 : value;
  });
  return { name, type: float32!, shape, data: Buffer.from(values.buffer) };
}

const config = (sizes: readonly number[]) => `type: transformer
version: toy
dim-emb: ${dim}
dim-vocabs: [${sizes.join(', ')}]
enc-depth: 1
dec-depth: 1
transformer-heads: 1
transformer-dim-ffn: ${dim}
transformer-ffn-depth: 2
transformer-ffn-activation: relu
transformer-preprocess: ""
transformer-postprocess: a
transformer-postprocess-emb: d
transformer-decoder-autoreg: self-attention
transformer-guided-alignment-layer: last
transformer-no-projection: false
transformer-tied-layers: []
transformer-train-position-embeddings: false
tied-embeddings: false
tied-embeddings-src: false
tied-embeddings-all: false
input-types: []
right-left: false
skip: false
`;

// ── Marian's binary format, version 1 ──────────────────────────────────────────────────────────

function marian(items: readonly Item[]): Buffer {
  const padded = items.map(({ data }) => Buffer.concat([data, Buffer.alloc(-data.length & 255)]));
  const names = items.map(({ name }) => Buffer.from(`${name}\0`));
  const heads = items.map(({ type, shape }, at) => u64s(names[at]!.length, type, shape.length, padded[at]!.length));
  const shapes = Buffer.from(Int32Array.from(items.flatMap(({ shape }) => shape)).buffer);
  const head = Buffer.concat([u64s(1, items.length), ...heads, ...names, shapes]);
  const gap = -(head.length + 8) & 255;
  return Buffer.concat([head, u64s(gap), Buffer.alloc(gap), ...padded]);
}

/** For each word of the source what it may become, besides the first two; nobody looks at the checksum. */
function shortlist(image: readonly number[]): Buffer {
  const [magic, checksum, first, best] = [0xf11a48d5013417f5n, 0n, 2n, 1n];
  const head = [magic, checksum, first, best, BigInt(image.length + 1), BigInt(image.length)];
  const offsets = u64s(...Array.from({ length: image.length + 1 }, (_, at) => at));
  return Buffer.concat([
    Buffer.from(BigUint64Array.from(head).buffer),
    offsets,
    Buffer.from(Uint32Array.from(image).buffer),
  ]);
}

function u64s(...values: readonly number[]): Buffer {
  return Buffer.from(BigUint64Array.from(values, BigInt).buffer);
}
