import { dirname } from 'node:path';
import { exists } from './files.ts';

/** The folder of the repository that a folder stands in; `undefined` where there is none. */
export function gitTop(folder: string): string | undefined {
  if (exists(folder, '.git')) return folder;
  return dirname(folder) === folder ? undefined : gitTop(dirname(folder));
}
