import { openIndex, type SentenceIndex } from '../memory/index.ts';
import type { Pair, Range } from '../model.ts';

/** A file whose pairs are in the index. */
export interface Part {
  readonly path: string;
  /** Path of the source document that its sentences stand in. */
  readonly document: string;
  readonly origin: 'reviewed' | 'imported';
  /** Size, times and inode of the file as it was read. */
  readonly stats: string;
  /** SHA-256 of what was in it. */
  readonly hash: string;
  readonly count: number;
}

export interface StoredTexts extends Pair {
  /** A number for the sentences before and after it. */
  readonly around: number;
}

/** An index of pairs on disk: opened, not parsed. Texts are read as they are asked for. */
export interface MemoryFile {
  readonly index: SentenceIndex;
  readonly parts: readonly Part[];
  /** Numbers of the sentences of each part. */
  readonly ranges: readonly Range[];
  /** Where each source and each target begins in the texts, and where the last one ends. */
  readonly places: Uint32Array;
  /** Of each sentence: `around`, and a sum over its texts. */
  readonly notes: Uint32Array;
  /** Bytes of the texts. */
  texts(range: Range): Buffer;
  close(): void;
}

/** What stands in the file as JSON. */
export interface Contents {
  /** Version of the program that made it: another one may read files, or codes in them, otherwise. */
  readonly program: string;
  readonly parts: readonly Part[];
}

/** First number of a file: another one when anything in it means something else than before. */
export const fileVersion = 0x57461001;

export const headBytes = 24;

/** Bytes of a file, or of what is going to be one. */
export interface Source {
  readonly size: number;
  /** Fails where it has fewer. */
  read<Bytes extends Uint8Array>(position: number, bytes: Bytes): Bytes;
  close(): void;
}

/** Absent: it is damaged, or another program made it. */
export function openMemoryFile({ size, read, close }: Source, by: string): MemoryFile | undefined {
  if (size < headBytes) return undefined;
  const bytesAt = (position: number, length: number) => read(position, Buffer.alloc(length));
  const [version, sum, indexBytes = 0, sentences = 0, listBytes = 0] = numbersIn(bytesAt(0, headBytes));
  const listAt = headBytes + indexBytes + 4 * (4 * sentences + 1);
  const textsFrom = listAt + listBytes;
  if (version !== fileVersion || textsFrom > size) return undefined;
  const index = openIndex(read(headBytes, new Uint8Array(new SharedArrayBuffer(indexBytes))).buffer);
  const table = numbersIn(bytesAt(headBytes + indexBytes, listAt - headBytes - indexBytes));
  const list = bytesAt(listAt, listBytes);
  const places = table.subarray(0, 2 * sentences + 1);
  if (index === undefined || textsFrom + places.at(-1)! !== size) return undefined;
  if (sumOf([new Uint32Array(index.buffer), table, new Uint32Array(list)]) !== sum) return undefined;
  const { program, parts } = JSON.parse(list.toString('utf8')) as Contents;
  if (program !== by) return undefined;
  const notes = table.subarray(places.length);
  const texts = ({ start, end }: Range) => bytesAt(textsFrom + start, end - start);
  return { index, parts, ranges: rangesOf(parts), places, notes, texts, close };
}

export function rangesOf(parts: readonly Part[]): readonly Range[] {
  let start = 0;
  return parts.map(({ count }) => {
    start += count;
    return { start: start - count, end: start };
  });
}

const numbersIn = ({ buffer, byteOffset, byteLength }: Buffer): Uint32Array =>
  new Uint32Array(buffer, byteOffset, byteLength >>> 2);

/** Over all numbers that a look-up goes by: it tells a file that was damaged, not one that somebody made. */
export function sumOf(lists: readonly Uint32Array[]): number {
  return lists.reduce((sum, list) => Math.imul(sum, 41) ^ sumOfOne(list), 0) >>> 0;
}

/** Two sums that do not wait for one another. */
function sumOfOne(list: Uint32Array): number {
  let even = list.length;
  let odd = 0;
  for (let at = 0; at + 1 < list.length; at += 2) {
    even = (Math.imul(even, 31) + list[at]!) | 0;
    odd = (Math.imul(odd, 37) + list[at + 1]!) | 0;
  }
  return even ^ odd ^ (list.length % 2 > 0 ? list.at(-1)! : 0);
}

/** The same over a part of some bytes. */
export function textSum(bytes: Uint8Array, { start, end }: Range = { start: 0, end: bytes.length }): number {
  let sum = end - start;
  for (let at = start; at < end; at += 1) sum = (Math.imul(sum, 31) + bytes[at]!) | 0;
  return sum >>> 0;
}

/** The texts of a file are read long after it was opened: only then it shows. */
export class DamagedMemoryFile extends Error {}

export function textsAt({ places, notes, texts }: MemoryFile, sentence: number): StoredTexts {
  const [start, middle, end] = [places[2 * sentence]!, places[2 * sentence + 1]!, places[2 * sentence + 2]!];
  const bytes = texts({ start, end });
  if (textSum(bytes) !== notes[2 * sentence + 1]) throw new DamagedMemoryFile();
  const [source, target] = [bytes.toString('utf8', 0, middle - start), bytes.toString('utf8', middle - start)];
  return { source, target, around: notes[2 * sentence]! };
}
