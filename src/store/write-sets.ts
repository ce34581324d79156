import { spawnSync } from 'node:child_process';
import { closeSync, constants, fsyncSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { UserError } from '../errors.ts';
import type { FileChange } from '../pipeline/index.ts';
import { attempt } from './attempt.ts';
import { diskError } from './files.ts';
import { insideRoot } from './inside.ts';
import {
  putInPlace,
  remove,
  removeDurably,
  removeTemporary,
  syncFolderOf,
  temporaryPath,
  writeAtomic,
  writeBeside,
} from './write-atomic.ts';

/** Files that belong together, in the order in which they take their places; those without `after` go away. */
export type FileSet = readonly Pick<FileChange, 'path' | 'after'>[];

/**
 * Replaces the files of each set as wholes; gives what went wrong, by index. Of many files all are flushed at once, before
 * the first one takes its place: a flush for each costs more than all the rest of a run.
 */
export function writeSets(root: string, sets: readonly FileSet[]): Failed {
  const files = sets.flat();
  if (files.length <= fewFiles) return each(root, sets, (set) => writeOneByOne(root, set));
  const unwritten = each(root, sets, (set) => {
    for (const { path, after } of set) if (after !== undefined) writeBeside(root, path, after);
  });
  const written = without(sets, unwritten);
  const unflushed = flush(root, written);
  const flushed = without(written, unflushed);
  const failed = each(root, flushed, (set) => {
    for (const { path, after } of set)
      if (after === undefined) remove(root, path);
      else putInPlace(root, path);
  });
  const unsynced = flushFolders(root, without(flushed, failed));
  return new Map([...unwritten, ...unflushed, ...failed, ...unsynced]);
}

type Failed = ReadonlyMap<number, UserError>;

const without = (sets: readonly FileSet[], failed: Failed): readonly FileSet[] =>
  sets.map((set, at) => (failed.has(at) ? [] : set));

const fewFiles = 16;

/** Of a set that fails no temporary file is left. */
function each(root: string, sets: readonly FileSet[], write: (set: FileSet) => void): Failed {
  const failed = new Map<number, UserError>();
  for (const [at, set] of sets.entries()) {
    const error = attempt(() => write(set));
    if (!(error instanceof UserError)) continue;
    failed.set(at, error);
    for (const { path } of set) removeTemporary(root, path);
  }
  return failed;
}

function writeOneByOne(root: string, set: FileSet): void {
  for (const { path, after } of set)
    if (after === undefined) removeDurably(root, path);
    else writeAtomic(root, path, after);
}

/** The whole file system with one call, where the platform has it (coreutils' `sync -f`, which is syncfs(2)). */
function flush(root: string, sets: readonly FileSet[]): Failed {
  if (spawnSync('sync', ['-f', root], { stdio: 'ignore' }).status === 0) return new Map();
  return each(root, sets, (set) => {
    for (const { path, after } of set) if (after !== undefined) flushTemporary(root, path);
  });
}

function flushTemporary(root: string, path: string): void {
  try {
    const descriptor = openSync(insideRoot(root, temporaryPath(path)), constants.O_RDONLY | constants.O_NOFOLLOW);
    try {
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    throw diskError(error, path);
  }
}

/** Each folder once. */
function flushFolders(root: string, sets: readonly FileSet[]): Failed {
  const synced = new Set<string>();
  return each(root, sets, (set) => {
    for (const { path } of set) {
      const folder = dirname(path);
      if (!synced.has(folder)) syncFolderOf(root, path);
      synced.add(folder);
    }
  });
}
