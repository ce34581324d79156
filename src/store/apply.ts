import { UserError } from '../errors.ts';
import { reviewSuffix } from '../paths/translation-paths.ts';
import type { FileChange } from '../pipeline/index.ts';
import { attempt } from './attempt.ts';
import { readBytes } from './files.ts';
import { type PendingFile, pendingOf, readPending, unfinished, writePending } from './pending.ts';
import { stateFolder } from './state-folder.ts';
import { removeDurably, removeTemporary, writeAtomic } from './write-atomic.ts';
import { writeSets } from './write-sets.ts';

/** Changes of the files that belong together (a translated file and its review file). */
export interface ChangeSet {
  /** The document they were made from, if it is there: where its bytes changed since, nothing of the set is written. */
  readonly source: { readonly path: string; readonly text: string | undefined };
  readonly changes: readonly FileChange[];
}

/** A set that is not on disk, and why; without an error a file changed while the run was going on. */
export type Skipped<Set extends ChangeSet> = Set & { readonly error?: UserError };

/**
 * Writes all sets, each file old or new. What is going to be written is on disk first, so that `recover` finishes what a
 * crash broke off: without it a half-written pair would look like a person's edit. A set that the disk refuses stays
 * there for the next run, and the others are written. Gives the sets that were left alone.
 */
export function applyChanges<Set extends ChangeSet>(root: string, sets: readonly Set[]): readonly Skipped<Set>[] {
  const refused = sets.map((set) => refusal(root, set));
  const ready = sets.filter((_, at) => refused[at] === undefined);
  const skipped = refused.filter((set) => set !== undefined);
  if (ready.length === 0) return skipped;
  stateFolder(root);
  const earlier = readPending(root);
  const replacing = ready.filter((set) => !isNew(set));
  if (replacing.length > 0) writePending(root, [...earlier, ...filesOf(replacing)]);
  const errors = writeSets(root, ready.map(inSafeOrder));
  const failed = ready.flatMap((set, at): readonly Skipped<Set>[] => {
    const error = errors.get(at);
    return error === undefined ? [] : [{ ...set, error }];
  });
  writePending(root, [...earlier, ...filesOf(failed)]);
  return [...skipped, ...failed];
}

function refusal<Set extends ChangeSet>(root: string, set: Set): Skipped<Set> | undefined {
  const isCurrent = (path: string, text: string | undefined) => readBytes(root, path)?.toString('utf8') === text;
  const isUntouched = attempt(
    () =>
      isCurrent(set.source.path, set.source.text) && set.changes.every(({ path, before }) => isCurrent(path, before)),
  );
  if (isUntouched instanceof UserError) return { ...set, error: isUntouched };
  return isUntouched ? undefined : set;
}

const isNew = ({ changes }: ChangeSet): boolean => changes.every(({ before }) => before === undefined);

/** A new review file without its translated file is no edit of anybody's: the next run writes the rest by itself. */
function inSafeOrder(set: ChangeSet): readonly FileChange[] {
  const { changes } = set;
  if (!isNew(set)) return changes;
  return changes.toSorted((a, b) => Number(b.path.endsWith(reviewSuffix)) - Number(a.path.endsWith(reviewSuffix)));
}

const filesOf = (sets: readonly ChangeSet[]) => sets.flatMap(({ changes }) => pendingOf(changes));

/**
 * Finishes what a run that was killed had begun to write, and gives the files. Those that a person changed since are left
 * as they are. What the disk still refuses stays pending: its documents are problems of this run (`readProject`).
 */
export function recover(root: string): readonly string[] {
  const pending = readPending(root);
  if (pending.length === 0) return [];
  const files = unfinished(root, pending);
  const failed: PendingFile[] = [];
  for (const file of files) {
    // Half a pair is worse than none: in a clone, where nothing is pending, it would look like a person's edit.
    const isRest = failed.some(({ path }) => file.behind === path);
    if (isRest || attempt(() => finish(root, file)) !== undefined) failed.push(file);
  }
  for (const { path } of pending) attempt(() => removeTemporary(root, path));
  writePending(root, failed);
  return files.filter((file) => !failed.includes(file)).map(({ path }) => path);
}

function finish(root: string, { path, after }: PendingFile): void {
  if (after === undefined) removeDurably(root, path);
  else writeAtomic(root, path, after);
}
