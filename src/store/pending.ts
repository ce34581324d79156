import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { exitStatus, UserError } from '../errors.ts';
import { formatOf } from '../formats/index.ts';
import { isOutputPlace } from '../paths/safe-path.ts';
import { reviewSuffix } from '../paths/translation-paths.ts';
import type { FileChange } from '../pipeline/index.ts';
import { attempt } from './attempt.ts';
import { diskError, readBytes } from './files.ts';
import { insideRoot } from './inside.ts';
import { temporaryPath, writeAtomic } from './write-atomic.ts';

/** What a run is about to write, or could not write. */
export interface PendingFile {
  readonly path: string;
  /** SHA-256 of what stood there; absent where nothing did. */
  readonly before?: string | undefined;
  /** Absent: the file goes away. */
  readonly after?: string | undefined;
  /** Path of the file that is written first: without it this one is worse than none. */
  readonly behind?: string | undefined;
}

const pendingPath = '.wordferry/pending.json';

/** Files that belong together. */
export function pendingOf(changes: readonly FileChange[]): readonly PendingFile[] {
  return changes.map(({ path, before, after }, at) => ({
    path,
    before: before === undefined ? undefined : hash(before),
    after,
    behind: at === 0 ? undefined : changes[0]?.path,
  }));
}

/** Throws `UserError` (exit status 6) for what no run wrote: the file may have come with the repository. */
export function readPending(root: string): readonly PendingFile[] {
  const text = readBytes(root, pendingPath)?.toString('utf8');
  const files = text === undefined ? [] : parse(text);
  if (files !== undefined) return files;
  throw new UserError(
    { id: 'pending.damaged' },
    { place: { file: pendingPath }, hint: { id: 'pending.damaged.hint' }, status: exitStatus.damaged },
  );
}

/** Files that still are as they were before (or cannot be read). The others are written, or a person changed them since. */
export function unfinished(root: string, files: readonly PendingFile[]): readonly PendingFile[] {
  return files.filter(({ path, before }) => {
    const bytes = attempt(() => readBytes(root, path));
    return bytes instanceof UserError || (bytes && hash(bytes)) === before;
  });
}

export function writePending(root: string, files: readonly PendingFile[]): void {
  if (files.length > 0) {
    writeAtomic(root, pendingPath, JSON.stringify(files));
    return;
  }
  try {
    for (const path of [pendingPath, temporaryPath(pendingPath)]) rmSync(insideRoot(root, path), { force: true });
  } catch (error) {
    throw diskError(error, pendingPath);
  }
}

function parse(text: string): readonly PendingFile[] | undefined {
  try {
    const files: unknown = JSON.parse(text);
    return Array.isArray(files) && files.every(isPending) ? files : undefined;
  } catch {
    return undefined;
  }
}

function isPending(file: unknown): file is PendingFile {
  const { path, before, after, behind } = (file ?? {}) as Readonly<Record<string, unknown>>;
  return (
    typeof path === 'string' &&
    isTranslation(path) &&
    (before === undefined || typeof before === 'string') &&
    (behind === undefined || typeof behind === 'string') &&
    (after === undefined || typeof after === 'string')
  );
}

/** A document or review file where translations may be: nothing else is written with its like. */
function isTranslation(path: string): boolean {
  const isDocument = formatOf(path) !== undefined || path.endsWith(reviewSuffix);
  return isDocument && isOutputPlace(path);
}

function hash(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
