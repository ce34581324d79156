import { type FSWatcher, lstatSync, watch } from 'node:fs';
import { isHidden } from '../paths/safe-path.ts';
import { diskError } from './disk-error.ts';
import { temporaryPath } from './write-atomic.ts';

/** Looks at folders: editors put new files in the place of those that they change, which a look at files would miss. */
export interface Watcher {
  /** From now on these too. Throws `UserError` where the system watches no more of them. */
  add(folders: Iterable<string>): void;
  /** Until something has changed, since the last time or from now on, and then nothing for a moment; or until the signal. */
  change(signal: AbortSignal): Promise<void>;
  close(): void;
}

/** Milliseconds: so long nothing more must change, but nobody waits longer than that. */
const moment = { quiet: 150, most: 2000 };

export function watchFolders({ quiet, most } = moment): Watcher {
  const watched = new Map<string, { readonly ino: number; readonly watcher: FSWatcher }>();
  let first: number | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isChanged = false;
  let wake = () => {};
  const settle = () => {
    [first, isChanged] = [undefined, true];
    wake();
  };
  const notice = (name: string | null) => {
    if (name !== null && isNobodys(name)) return;
    const now = performance.now();
    first ??= now;
    clearTimeout(timer);
    timer = setTimeout(settle, Math.max(0, Math.min(quiet, first + most - now)));
  };
  return {
    add(folders) {
      for (const folder of folders) {
        const ino = lstatSync(folder, { throwIfNoEntry: false })?.ino;
        if (ino === undefined || ino === watched.get(folder)?.ino) continue;
        watched.get(folder)?.watcher.close();
        watched.set(folder, { ino, watcher: watchOne(folder, notice) });
      }
    },
    async change(signal) {
      if (!isChanged && !signal.aborted)
        await new Promise<void>((resolve) => {
          wake = resolve;
          signal.onabort = () => resolve();
        });
      isChanged = false;
    },
    close() {
      clearTimeout(timer);
      for (const { watcher } of watched.values()) watcher.close();
    },
  };
}

function watchOne(folder: string, notice: (name: string | null) => void): FSWatcher {
  try {
    return watch(folder, (_, name) => notice(name)).on('error', () => notice(null));
  } catch (error) {
    throw diskError(error, folder);
  }
}

/** Editors' own files, and ours. */
function isNobodys(name: string): boolean {
  return (isHidden(name) && name !== '.gitignore') || name.endsWith(temporaryPath(''));
}
