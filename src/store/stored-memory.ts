import { closeSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { CodesOf, StoredMemory } from '../memory/index.ts';
import type { Range } from '../model.ts';
import { version } from '../version.ts';
import { fileSource } from './file-source.ts';
import { insideRoot } from './inside.ts';
import { type Content, makeMemoryFile } from './make-memory-file.ts';
import { DamagedMemoryFile, type MemoryFile, openMemoryFile, type Source, textsAt } from './memory-file.ts';
import { contentOf, type KnownPart, type MemoryFolder, memoryPaths } from './memory-parts.ts';
import { stateFolder } from './state-folder.ts';
import { createNew, removeTemporary, temporaryPath } from './write-atomic.ts';

/**
 * Work with all reviewed pairs of a language and those of other tools' files. What is on disk of them is used as far as it
 * still holds: only files that changed are read. Where it turns out to be damaged it is made anew, and the work done again.
 */
export function withStoredMemory<Result>(
  folder: MemoryFolder,
  codesOf: CodesOf,
  work: (memory: StoredMemory) => Result,
): Result {
  for (let tries = 2; ; tries -= 1) {
    const file = openUpToDate(folder, codesOf);
    try {
      return work(storedMemory(file, codesOf));
    } catch (error) {
      if (!(error instanceof DamagedMemoryFile) || tries < 2) throw error;
      rmSync(insideRoot(folder.root, pathOf(folder)), { force: true });
    } finally {
      file.close();
    }
  }
}

function storedMemory(file: MemoryFile, codesOf: CodesOf): StoredMemory {
  const { index, parts, ranges } = file;
  const byDocument = new Map(parts.map(({ document }, at) => [document, ranges[at]!]));
  return {
    index,
    codesOf,
    pairAt(sentence) {
      const { document: path, origin } = parts[partOf(ranges, sentence)]!;
      return { ...textsAt(file, sentence), path, isImported: origin === 'imported' };
    },
    rangeOf: (path) => byDocument.get(path) ?? nowhere,
  };
}

const nowhere: Range = { start: 0, end: 0 };

/** The first that ends after the sentence. */
function partOf(ranges: readonly Range[], sentence: number): number {
  let [from, to] = [0, ranges.length - 1];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (ranges[middle]!.end <= sentence) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** Other files than before make another file. */
function openUpToDate(folder: MemoryFolder, codesOf: CodesOf): MemoryFile {
  const path = pathOf(folder);
  const file = tryOpen(fileSource(folder.root, path));
  const known = new Map(file && knownParts(file));
  const contents = memoryPaths(folder).map((each) => contentOf(folder, each, known.get(each)));
  if (file !== undefined && isCurrent(file, contents)) return file;
  const pieces = makeMemoryFile(contents, codesOf, version);
  file?.close();
  write(folder.root, path, pieces);
  return tryOpen(fileSource(folder.root, path)) ?? openMemoryFile(bufferSource(pieces), version)!;
}

const pathOf = ({ language }: MemoryFolder): string => `.wordferry/memory-${language}.index`;

function tryOpen(source: Source | undefined): MemoryFile | undefined {
  try {
    const file = source && openMemoryFile(source, version);
    if (file === undefined) source?.close();
    return file;
  } catch {
    source?.close();
    return undefined;
  }
}

function knownParts(file: MemoryFile): readonly (readonly [string, KnownPart])[] {
  return file.parts.map((part, at) => [part.path, { part, pairs: { file, range: file.ranges[at]! } }]);
}

/** So many files that only look changed are read each time, sooner than all is written anew for their times. */
const mostRead = 100;

function isCurrent({ parts }: MemoryFile, contents: readonly Content[]): boolean {
  if (parts.length !== contents.length) return false;
  if (contents.some(({ part, pairs }, at) => !('file' in pairs) || part.path !== parts[at]?.path)) return false;
  return contents.filter(({ part }, at) => part.stats !== parts[at]?.stats).length <= mostRead;
}

/** It can be made again: a power cut may take it away, and a disk that refuses it costs time only. */
function write(root: string, path: string, pieces: readonly Uint8Array[]): void {
  try {
    stateFolder(root);
    const file = insideRoot(root, path);
    const descriptor = createNew(temporaryPath(file), 0o600);
    try {
      for (const piece of pieces) writeFileSync(descriptor, piece);
    } finally {
      closeSync(descriptor);
    }
    renameSync(temporaryPath(file), file);
  } catch {
    removeTemporary(root, path);
  }
}

function bufferSource(pieces: readonly Uint8Array[]): Source {
  const all = Buffer.concat(pieces);
  return {
    size: all.length,
    read(position, bytes) {
      bytes.set(all.subarray(position, position + bytes.length));
      return bytes;
    },
    close: () => undefined,
  };
}
