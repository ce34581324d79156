import { lstatSync, type Stats } from 'node:fs';
import { join, posix } from 'node:path';
import { UserError } from '../errors.ts';
import { diskError } from './disk-error.ts';

/**
 * Where a path from the root is on disk. What wordferry reads and writes stays in the repository, which somebody else may
 * have filled: throws `UserError` for a path that leads out of it or into git's own folder, and for a symbolic link on
 * the way.
 */
export function insideRoot(root: string, path: string): string {
  return lookInside(root, path).file;
}

/** The same, with what stands there; nothing where `found` is absent. */
export function lookInside(root: string, path: string): { readonly file: string; readonly found?: Stats | undefined } {
  if (!isInside(path)) throw new UserError({ id: 'file.outside' }, { place: { file: path } });
  const file = join(root, path);
  for (let end = path.indexOf('/'); ; end = path.indexOf('/', end + 1)) {
    const part = end < 0 ? path : path.slice(0, end);
    const found = look(root, part);
    if (found?.isSymbolicLink())
      throw new UserError({ id: 'file.link' }, { place: { file: part }, hint: { id: 'file.link.hint' } });
    if (end < 0 || found === undefined) return { file, found };
  }
}

function look(root: string, path: string): Stats | undefined {
  try {
    return lstatSync(join(root, path), { throwIfNoEntry: false });
  } catch (error) {
    throw diskError(error, path);
  }
}

/** File systems that ignore case make `.GIT` the same folder. */
export function isInside(path: string): boolean {
  const parts = posix.normalize(path).split('/');
  return parts.every((part) => part !== '' && part !== '..' && part.toLowerCase() !== '.git');
}
