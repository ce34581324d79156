import { closeSync, constants, existsSync, fstatSync, openSync, readFileSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { decode, unreadable } from './decode.ts';
import { diskError, irregular } from './disk-error.ts';
import { lookInside } from './inside.ts';
import { listFolder, type Skip } from './listing.ts';
import { saw, sawTrouble } from './seen.ts';

export { diskError };

/** Larger documents are refused; nobody reviews them sentence by sentence. */
const mostBytes = 20 * 1024 * 1024;

/** Regular files below a folder, from the root, with `/`, sorted. Symbolic links are not followed, hidden files not listed. */
export function listFiles(root: string, folder: string, isSkipped?: Skip): readonly string[] {
  return listFolder(root, folder, isSkipped).paths;
}

export function exists(root: string, path: string): boolean {
  const isThere = existsSync(join(root, path));
  saw('there', [root, path], { content: isThere ? 'yes' : undefined });
  return isThere;
}

/** The text of a file, with its byte order mark; `undefined` where there is none. Throws `UserError` for what is not UTF-8 text. */
export function readText(root: string, path: string): string | undefined {
  const bytes = read(root, path, mostBytes);
  return bytes && decode(bytes, path);
}

/** The text of a file that a person named: it may stand anywhere, also behind links. */
export function readNamedText(file: string): string | undefined {
  const real = existsSync(file) ? realpathSync(file) : file;
  // A link that leads elsewhere later leaves no trace.
  if (real !== file) sawTrouble();
  return readText(dirname(real), basename(real));
}

export function readBytes(root: string, path: string): Buffer | undefined {
  return read(root, path, Number.POSITIVE_INFINITY);
}

/** Regular files only: nothing is waited for that a pipe or a device may never give. */
function read(root: string, path: string, most: number): Buffer | undefined {
  try {
    const { file, found: entry } = lookInside(root, path);
    if (entry === undefined) return nothingAt(root, path);
    const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants;
    const descriptor = openSync(file, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    try {
      const found = fstatSync(descriptor);
      if (!found.isFile()) throw irregular(path);
      if (found.size > most) throw unreadable('file.size', path, found.size);
      const content = readFileSync(descriptor);
      saw('file', [root, path], { stats: found, content });
      return content;
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return nothingAt(root, path);
    sawTrouble();
    throw diskError(error, path);
  }
}

function nothingAt(root: string, path: string): undefined {
  saw('file', [root, path], { content: undefined });
}
