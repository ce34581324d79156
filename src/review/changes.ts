import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { UserError } from '../errors.ts';
import { stampOfDocument } from '../store/one-document.ts';
import { type Watcher, watchFolders } from '../store/watch.ts';
import type { Shelf, Wanted } from './shelf.ts';

/** Documents of which somebody has changed a file since they were read. */
export function changedDocuments({ root, documents }: Shelf): readonly string[] {
  return [...documents.values()]
    .filter(({ paths, summary, stamp }) => summary !== undefined && stamp !== stampOfDocument(root, paths))
    .map(({ paths }) => paths.path);
}

/** Calls `look` whenever something changes where the project's files are, until the signal. */
export async function watchProject(
  { root, glossary }: Pick<Wanted, 'root' | 'glossary'>,
  look: () => Promise<Shelf>,
  signal: AbortSignal,
): Promise<void> {
  const watcher = watchFolders();
  const own = [root, join(root, 'translations'), ...(glossary === undefined ? [] : [dirname(glossary)])];
  try {
    while (!signal.aborted) {
      const shelf = await look();
      await nextChange(watcher, [...own, ...foldersOf(shelf)], signal);
    }
  } finally {
    watcher.close();
  }
}

/** Where the system watches no more folders, somebody looks now and then. */
async function nextChange(watcher: Watcher, folders: readonly string[], signal: AbortSignal): Promise<void> {
  try {
    watcher.add(folders);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    await pause(2000, undefined, { signal }).catch(() => undefined);
    return;
  }
  await watcher.change(signal);
}

/** Those of the files, and the ones above, where new ones may come. */
function foldersOf({ root, documents }: Shelf): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const { paths } of documents.values())
    for (const file of [paths.source, paths.path, paths.reviewPath])
      for (let folder = dirname(file); folder !== '.'; folder = dirname(folder)) folders.add(join(root, folder));
  return folders;
}
