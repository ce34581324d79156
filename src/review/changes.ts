import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { attempt } from '../store/attempt.ts';
import { stampOfDocument } from '../store/one-document.ts';
import { watchFolders } from '../store/watch.ts';
import type { KnownDocument, Shelf, Wanted } from './shelf.ts';

/** Documents of which somebody has changed a file since they were read. */
export function changedDocuments({ root, documents }: Shelf): readonly KnownDocument[] {
  return [...documents.values()].filter(
    ({ paths, summary, stamp }) => summary !== undefined && stamp !== stampOfDocument(root, paths),
  );
}

interface Watched {
  readonly shelf: Shelf;
  /** Reads again what changed. */
  look(): Promise<void>;
}

/** Looks at once, and whenever something changes where the project's files are, until the signal. */
export async function watchProject(
  { root, glossary }: Pick<Wanted, 'root' | 'glossary'>,
  watched: Watched,
  signal: AbortSignal,
): Promise<void> {
  const watcher = watchFolders();
  const own = [root, join(root, 'translations'), ...(glossary === undefined ? [] : [dirname(glossary)])];
  try {
    while (!signal.aborted) {
      // Before the look: what changes meanwhile is not missed.
      const isWatching = attempt(() => watcher.add([...own, ...foldersOf(watched.shelf)])) === undefined;
      await watched.look();
      await (isWatching ? watcher.change(signal) : somewhatLater(signal));
    }
  } finally {
    watcher.close();
  }
}

/** Where the system watches no more folders, somebody looks now and then. */
const somewhatLater = (signal: AbortSignal) => pause(2000, undefined, { signal }).catch(() => undefined);

/** Those of the files, and the ones above, where new ones may come. */
function foldersOf({ root, documents }: Shelf): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const { paths } of documents.values())
    for (const file of [paths.source, paths.path, paths.reviewPath])
      for (let folder = dirname(file); folder !== '.'; folder = dirname(folder)) folders.add(join(root, folder));
  return folders;
}
