import { closeSync, constants, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { diskError } from './disk-error.ts';
import { insideRoot, lookInside } from './inside.ts';

/** A text, or what gives it piece by piece, as often as it is asked. */
export type Content = string | Uint8Array | Iterable<string>;

/**
 * Replaces a file as a whole: old or new, never half. The temporary file stands beside it under a fixed name, so that
 * what a crash leaves there is found and replaced by the next run. Throws `UserError` (exit status 7) where the disk fails.
 */
export function writeAtomic(root: string, path: string, content: Content): void {
  writeBeside(root, path, content, fsyncSync);
  putInPlace(root, path);
  syncFolderOf(root, path);
}

/** The same for what can be made again: old or new, but a power cut may take it away. */
export function writeDerived(root: string, path: string, content: string): void {
  writeBeside(root, path, content);
  putInPlace(root, path);
}

/** Makes what was written durable, or leaves that to somebody else. */
type Sync = (descriptor: number) => void;

/**
 * The first half of it: the temporary file. After a failed write or sync nobody knows what it holds, and the kernel may
 * have forgotten that it failed: it is written anew, once.
 */
export function writeBeside(root: string, path: string, content: Content, sync?: Sync): void {
  try {
    const { file, found } = lookInside(root, path);
    const mode = found === undefined ? 0o666 : found.mode & 0o777;
    const write = () => writeNew(temporaryPath(file), { content, mode }, sync);
    try {
      write();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EIO') throw error;
      write();
    }
  } catch (error) {
    removeTemporary(root, path);
    throw diskError(error, path);
  }
}

function writeNew(
  file: string,
  { content, mode }: { readonly content: Content; readonly mode: number },
  sync?: Sync,
): void {
  const descriptor = createNew(file, mode);
  try {
    const pieces = typeof content === 'string' || content instanceof Uint8Array ? [content] : content;
    for (const piece of pieces) writeFileSync(descriptor, piece);
    sync?.(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** The second half: the temporary file takes its place. */
export function putInPlace(root: string, path: string): void {
  try {
    const file = insideRoot(root, path);
    renameSync(temporaryPath(file), file);
  } catch (error) {
    removeTemporary(root, path);
    throw diskError(error, path);
  }
}

export const temporaryPath = (path: string): string => `${path}.wordferry-tmp`;

/** What stands there goes away first: it may be a link, which writing would follow. Folders are made as they are needed. */
export function createNew(file: string, mode: number): number {
  const { O_WRONLY, O_CREAT, O_EXCL, O_NOFOLLOW } = constants;
  const create = () => openSync(file, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode);
  try {
    return create();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') rmSync(file, { force: true });
    else if (code === 'ENOENT') mkdirSync(dirname(file), { recursive: true });
    else throw error;
    return create();
  }
}

/** Takes away what a crash left beside a file, quietly: the first error is the one to report. */
export function removeTemporary(root: string, path: string): void {
  try {
    rmSync(temporaryPath(insideRoot(root, path)), { force: true });
  } catch {
    // Nothing was there, or the disk refuses this too.
  }
}

/** Takes a file away, if it is there. Throws `UserError` where the disk refuses. */
export function remove(root: string, path: string): void {
  try {
    rmSync(insideRoot(root, path), { force: true });
  } catch (error) {
    throw diskError(error, path);
  }
}

/** The same, and a power cut does not bring it back. */
export function removeDurably(root: string, path: string): void {
  remove(root, path);
  syncFolderOf(root, path);
}

/** Makes the rename of a file durable. */
export function syncFolderOf(root: string, path: string): void {
  try {
    syncFolder(dirname(insideRoot(root, path)));
  } catch (error) {
    throw diskError(error, path);
  }
}

/** Makes a rename or a removal in a folder durable. */
export function syncFolder(folder: string): void {
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
