import { createHash } from 'node:crypto';
import { appendFileSync, closeSync, fsyncSync, openSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { FileChange } from '../pipeline/index.ts';
import { diskError, readBytes, writeAtomic } from './files.ts';
import { stateFolder } from './state-folder.ts';

/** Changes of the files that belong together (a translated file and its review file). */
export interface ChangeSet {
  /** The document they were made from: where its bytes changed since, nothing of the set is written. */
  readonly source: { readonly path: string; readonly text: string };
  readonly changes: readonly FileChange[];
}

interface PendingFile {
  readonly path: string;
  /** SHA-256 of what stood there; absent where nothing did. */
  readonly before?: string | undefined;
  readonly after: string;
}

const pendingPath = '.wordferry/pending.json';

/**
 * Writes all sets, each file old or new. What is going to be written is on disk first, so that `recover` finishes what a
 * crash broke off: without it a half-written pair would look like a person's edit. Gives the sets that were left alone
 * because a file changed while the run was going on.
 */
export function applyChanges(root: string, sets: readonly ChangeSet[]): readonly ChangeSet[] {
  const isCurrent = (path: string, text: string | undefined) => readBytes(root, path)?.toString('utf8') === text;
  const isUntouched = ({ source, changes }: ChangeSet) =>
    isCurrent(source.path, source.text) && changes.every(({ path, before }) => isCurrent(path, before));
  const ready = sets.filter(isUntouched);
  const files = ready.flatMap(({ changes }) => changes);
  if (files.length > 0) {
    stateFolder(root);
    const pending = files.map(
      ({ path, before, after }): PendingFile => ({
        path,
        before: before === undefined ? undefined : hash(before),
        after,
      }),
    );
    writeAtomic(root, pendingPath, JSON.stringify(pending));
    for (const { path, after } of files) writeAtomic(root, path, after);
    rmSync(join(root, pendingPath));
  }
  return sets.filter((set) => !ready.includes(set));
}

/** Finishes what a run that was killed had begun to write. Files that a person changed since are left as they are. */
export function recover(root: string): readonly string[] {
  const text = readBytes(root, pendingPath)?.toString('utf8');
  if (text === undefined) return [];
  const pending = (JSON.parse(text) as readonly PendingFile[]).filter(({ path, before }) => {
    const bytes = readBytes(root, path);
    return (bytes && hash(bytes)) === before;
  });
  for (const { path, after } of pending) writeAtomic(root, path, after);
  for (const { path } of JSON.parse(text) as readonly PendingFile[])
    rmSync(join(root, `${path}.wordferry-tmp`), { force: true });
  rmSync(join(root, pendingPath));
  return pending.map(({ path }) => path);
}

function hash(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Adds lines to a file that only grows; they are on disk when this returns. */
export function appendLines(root: string, path: string, lines: readonly string[]): void {
  if (lines.length === 0) return;
  stateFolder(root);
  try {
    const descriptor = openSync(join(root, path), 'a', 0o600);
    try {
      appendFileSync(descriptor, lines.map((line) => `${line}\n`).join(''));
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    throw diskError(error, path);
  }
}
