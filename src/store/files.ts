import { isUtf8 } from 'node:buffer';
import {
  closeSync,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { exitStatus, UserError } from '../errors.ts';

/** Larger documents are refused; nobody reviews them sentence by sentence. */
const mostBytes = 20 * 1024 * 1024;

/** Regular files below a folder, from the root, with `/`, sorted. Symbolic links are not followed, hidden files not listed. */
export function listFiles(root: string, folder: string): readonly string[] {
  if (!existsSync(join(root, folder))) return [];
  const entries = readdirSync(join(root, folder), { withFileTypes: true }).filter(({ name }) => !name.startsWith('.'));
  const paths = entries.flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    if (entry.isDirectory()) return listFiles(root, path);
    return entry.isFile() ? [path] : [];
  });
  return paths.sort();
}

export function exists(root: string, path: string): boolean {
  return existsSync(join(root, path));
}

/** The text of a file, with its byte order mark; `undefined` where there is none. Throws `UserError` for what is not UTF-8 text. */
export function readText(root: string, path: string): string | undefined {
  const bytes = readBytes(root, path);
  return bytes && decode(bytes, path);
}

export function readBytes(root: string, path: string): Buffer | undefined {
  try {
    return readFileSync(join(root, path));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw diskError(error, path);
  }
}

function decode(bytes: Buffer, path: string): string {
  const refuse = (id: 'file.utf16' | 'file.nul' | 'file.size' | 'file.utf8', offset: number) =>
    new UserError(
      { id, values: { offset } },
      { place: { file: path }, hint: { id: 'file.hint' }, status: exitStatus.findings },
    );
  if (bytes.length > mostBytes) throw refuse('file.size', bytes.length);
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    throw refuse('file.utf16', 0);
  const nul = bytes.indexOf(0);
  if (nul >= 0) throw refuse('file.nul', nul);
  if (!isUtf8(bytes)) throw refuse('file.utf8', firstInvalid(bytes));
  return bytes.toString('utf8');
}

/** Offset of the first sequence that is not UTF-8: the longest prefix that a decoder takes, by halves. */
function firstInvalid(bytes: Buffer): number {
  let [valid, invalid] = [0, bytes.length];
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1;
    if (isPrefix(bytes.subarray(0, middle))) valid = middle;
    else invalid = middle;
  }
  while (valid > 0 && ((bytes[valid] ?? 0) & 0xc0) === 0x80) valid -= 1;
  return valid;
}

function isPrefix(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/**
 * Replaces a file as a whole: old or new, never half. The temporary file stands beside it under a fixed name, so that
 * what a crash leaves there is found and replaced by the next run. Throws `UserError` (exit status 7) where the disk fails.
 */
export function writeAtomic(root: string, path: string, content: string | Uint8Array): void {
  const file = join(root, path);
  const temporary = `${file}.wordferry-tmp`;
  try {
    refuseLinks(root, path);
    mkdirSync(dirname(file), { recursive: true });
    const mode = existsSync(file) ? statSync(file).mode & 0o777 : 0o666;
    const descriptor = openSync(temporary, 'w', mode);
    try {
      writeFileSync(descriptor, content);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(temporary, file);
    syncFolder(dirname(file));
  } catch (error) {
    removeQuietly(temporary);
    throw diskError(error, path);
  }
}

/** The first error is the one to report. */
function removeQuietly(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // Nothing was there, or the disk refuses this too.
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

/** What wordferry writes stays in the repository: no folder or file on the way may be a symbolic link. */
function refuseLinks(root: string, path: string): void {
  const parts = path.split('/');
  for (const [at] of parts.entries()) {
    const part = parts.slice(0, at + 1).join('/');
    if (lstatSync(join(root, part), { throwIfNoEntry: false })?.isSymbolicLink()) {
      throw new UserError({ id: 'file.link' }, { place: { file: part }, hint: { id: 'file.link.hint' } });
    }
  }
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}

/** An error of the operating system, said with the file that it is about. */
export function diskError(error: unknown, path: string): UserError {
  if (error instanceof UserError) return error;
  const problem = (error as Error).message.replace(/,.*$/, '');
  return new UserError({ id: 'file.disk', values: { problem } }, { place: { file: path }, status: exitStatus.disk });
}
