import { spawnSync } from 'node:child_process';
import { closeSync, constants, fsyncSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { UserError } from '../errors.ts';
import type { FileChange } from '../pipeline/index.ts';
import { attempt } from './attempt.ts';
import { putInPlace, syncFolder, temporaryPath, writeAtomic, writeBeside } from './files.ts';
import { insideRoot } from './inside.ts';

/** Files that belong together, in the order in which they take their places. */
export type FileSet = readonly Pick<FileChange, 'path' | 'after'>[];

/**
 * Replaces the files of each set as wholes; gives what went wrong, by index. Of many files all are flushed at once, before
 * the first one takes its place: a flush for each costs more than all the rest of a run.
 */
export function writeSets(root: string, sets: readonly FileSet[]): ReadonlyMap<number, UserError> {
  const files = sets.flat();
  if (files.length <= fewFiles) return each(sets, (set) => writeOneByOne(root, set));
  const unwritten = each(sets, (set) => {
    for (const { path, after } of set) writeBeside(root, path, after);
  });
  const written = sets.map((set, at) => (unwritten.has(at) ? [] : set));
  flush(root, written.flat());
  const failed = each(written, (set) => {
    for (const { path } of set) putInPlace(root, path);
  });
  flushFolders(root, written.flat());
  return new Map([...unwritten, ...failed]);
}

const fewFiles = 16;

function each(sets: readonly FileSet[], write: (set: FileSet) => void): ReadonlyMap<number, UserError> {
  const failed = new Map<number, UserError>();
  for (const [at, set] of sets.entries()) {
    const error = attempt(() => write(set));
    if (error instanceof UserError) failed.set(at, error);
  }
  return failed;
}

function writeOneByOne(root: string, set: FileSet): void {
  for (const { path, after } of set) writeAtomic(root, path, after);
}

/** The whole file system with one call, where the platform has it (coreutils' `sync -f`, which is syncfs(2)). */
function flush(root: string, files: FileSet): void {
  if (spawnSync('sync', ['-f', root], { stdio: 'ignore' }).status === 0) return;
  for (const { path } of files) {
    const descriptor = openSync(insideRoot(root, temporaryPath(path)), constants.O_RDONLY | constants.O_NOFOLLOW);
    try {
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  }
}

function flushFolders(root: string, files: FileSet): void {
  for (const folder of new Set(files.map(({ path }) => dirname(path)))) syncFolder(insideRoot(root, folder));
}
