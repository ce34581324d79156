import { mkdirSync } from 'node:fs';
import { diskError } from './disk-error.ts';
import { insideRoot } from './inside.ts';

/** `.wordferry/`: journal, lock, reports and what else git need not know. Only its owner may look into it. */
export function stateFolder(root: string): string {
  try {
    const folder = insideRoot(root, '.wordferry');
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return folder;
  } catch (error) {
    throw diskError(error, '.wordferry');
  }
}
