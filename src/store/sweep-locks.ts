import { readdirSync, rmSync } from 'node:fs';
import { attempt } from './attempt.ts';
import { diskError, readBytes } from './files.ts';
import { isAlive, isGone, parseHolder } from './lock-holder.ts';
import { stateFolder } from './state-folder.ts';

/** Takes away what processes that were killed while they took the lock have left: drafts of it, and takeovers. */
export function sweepLocks(root: string): void {
  const folder = stateFolder(root);
  for (const name of listBesides(folder)) {
    const content = attempt(() => readBytes(root, `.wordferry/${name}`)?.toString('utf8'));
    const holder = typeof content === 'string' ? parseHolder(content) : undefined;
    if (holder === undefined ? !isAlive(draftedBy(name)) : isGone(holder)) removeQuietly(`${folder}/${name}`);
  }
}

function listBesides(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => name.startsWith('lock.'));
  } catch (error) {
    throw diskError(error, folder);
  }
}

/** The pid in a draft's name: it may not be written yet. */
const draftedBy = (name: string): number => Number(/\.(\d+)\.[^.]+$/.exec(name)?.[1] ?? 0);

export function removeQuietly(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // Nothing hangs on it.
  }
}
