import { lstatSync } from 'node:fs';
import { join, posix } from 'node:path';
import { UserError } from '../errors.ts';

/**
 * Where a path from the root is on disk. What wordferry reads and writes stays in the repository, which somebody else may
 * have filled: throws `UserError` for a path that leads out of it or into git's own folder, and for a symbolic link on
 * the way.
 */
export function insideRoot(root: string, path: string): string {
  if (!isInside(path)) throw new UserError({ id: 'file.outside' }, { place: { file: path } });
  const parts = path.split('/');
  for (const [at] of parts.entries()) {
    const part = parts.slice(0, at + 1).join('/');
    if (lstatSync(join(root, part), { throwIfNoEntry: false })?.isSymbolicLink())
      throw new UserError({ id: 'file.link' }, { place: { file: part }, hint: { id: 'file.link.hint' } });
  }
  return join(root, path);
}

/** File systems that ignore case make `.GIT` the same folder. */
export function isInside(path: string): boolean {
  const parts = posix.normalize(path).split('/');
  return parts.every((part) => part !== '' && part !== '..' && part.toLowerCase() !== '.git');
}
