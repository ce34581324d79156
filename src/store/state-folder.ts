import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { diskError } from './files.ts';

/** `.wordferry/`: journal, lock, reports and what else git need not know. Only its owner may look into it. */
export function stateFolder(root: string): string {
  const folder = join(root, '.wordferry');
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw diskError(error, '.wordferry');
  }
  return folder;
}
