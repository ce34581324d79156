import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatOf } from '../../src/formats/index.ts';
import { madeDocuments } from './made-documents.ts';

export interface CorpusFile {
  /** From the corpus' folder. */
  readonly path: string;
  readonly text: string;
  /** Of the text as it is stored: UTF-8. */
  readonly bytes: number;
}

export type Corpus = readonly CorpusFile[];

/** The files of a folder that a format of wordferry reads, by path; without a folder, documents made for the purpose. */
export function readCorpus(folder: string | undefined): Corpus {
  if (folder === undefined) return madeDocuments(2000).map(toFile);
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && formatOf(entry.name) !== undefined)
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '/').length))
    .sort();
  if (paths.length === 0) throw new Error(`No document that wordferry reads in WORDFERRY_CORPUS=${folder}`);
  return paths.map((path) => toFile({ path, text: readFileSync(join(folder, path), 'utf8') }));
}

export const bytesOf = (corpus: Corpus): number => corpus.reduce((sum, { bytes }) => sum + bytes, 0);

/** At most so many files, evenly from all of the corpus: for programs that would take too long over all of them. */
export function sampleOf(corpus: Corpus, size: number): Corpus {
  const step = Math.max(1, corpus.length / size);
  return Array.from({ length: Math.min(size, corpus.length) }, (_, at) => corpus[Math.floor(at * step)]).filter(
    (file) => file !== undefined,
  );
}

function toFile({ path, text }: Omit<CorpusFile, 'bytes'>): CorpusFile {
  return { path, text, bytes: Buffer.byteLength(text) };
}
