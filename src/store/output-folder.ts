import { existsSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { UserError } from '../errors.ts';

/** What the repository lives on, by the first folder from the root. */
const reserved = /^(?:\.github|\.wordferry|translations|source-.*|node_modules|src)$/i;

/**
 * Throws `UserError` where a published folder would take the place of what the repository lives on, whichever links lead
 * there. A place outside of the project is as good as one inside: nothing but a person's `--out` names one, and
 * `readPublished` takes only what is not there yet, is empty, or is ours.
 */
export function checkOutputFolder(root: string, folder: string): void {
  const real = join(realFolder(dirname(folder)) ?? '', basename(folder));
  const path = relative(realpathSync(root), real);
  const parts = path.split('/');
  const isTaken =
    realFolder(dirname(folder)) === undefined ||
    parts.every((part) => part === '' || part === '..') ||
    real.split('/').some((part) => /^\.git$/i.test(part)) ||
    reserved.test(parts[0] ?? '');
  if (isTaken)
    throw new UserError(
      { id: 'publish.folder' },
      { place: { file: relative(root, folder) || '.' }, hint: { id: 'publish.folder.hint' } },
    );
}

/** Without links, as far as it is there already; `undefined` where a file stands in the way. */
function realFolder(path: string): string | undefined {
  if (existsSync(path)) return statSync(path).isDirectory() ? realpathSync(path) : undefined;
  const parent = realFolder(dirname(path));
  return parent === undefined ? undefined : join(parent, basename(path));
}
