import { isEngineId } from '../engine-ids.ts';
import { exitStatus } from '../errors.ts';
import { readBytes } from '../store/files.ts';
import { type LockOptions, lockedSince, waitForLock } from '../store/lock.ts';
import { lookAgain } from '../store/look-again.ts';
import { type Seen, seeing } from '../store/seen.ts';
import { type Line, readSettled, type Settled, writeSettled } from '../store/settled-file.ts';
import type { Environment } from './routes.ts';
import type { FolderRun } from './translate-folder.ts';

export interface SettledOptions {
  /** All that a run depends on besides what it sees: program, command line, interface language. */
  readonly wish: string;
  readonly env: Environment;
  readonly lock: LockOptions;
}

/**
 * The last run, where it had nothing to do and saw what this one would see: then this one would say it too. Its
 * exit status was 0. Throws `UserError` where another run holds the lock.
 */
export async function settledRun(root: string, { wish, env, lock }: SettledOptions): Promise<Settled | undefined> {
  const settled = readSettled(root);
  if (settled?.wish !== wish) return undefined;
  const release = await waitForLock(root, lock);
  try {
    const seen = await lookAgain(settled.groups, { since: lockedSince(root), env });
    if (seen === undefined) return undefined;
    const now = { ...settled, groups: seen.groups };
    if (seen.isRenewed) writeSettled(root, now);
    return now;
  } finally {
    release();
  }
}

/** What came of a run: what it said, and the files of its report (a folder, and paths in it). */
interface Said {
  readonly wish: string;
  readonly lines: readonly Line[];
  readonly report: readonly (readonly [root: string, path: string])[];
}

/** Keeps what a run said if the next one would have nothing to do either. */
export async function keepSettled(root: string, run: FolderRun, { wish, lines, report }: Said): Promise<void> {
  if (!isSettled(run)) return;
  const { seen: reported } = await seeing(run.seen.since, () =>
    report.map(([folder, path]) => readBytes(folder, path)),
  );
  const isReliable = [run.seen, reported].every(({ isWhole, isSteady }) => isWhole && isSteady);
  if (isReliable) writeSettled(root, { wish, lines, groups: [...groupsIn(run.seen), ...groupsIn(reported)] });
}

/** A project's own engine sees what nobody knows of. */
function isSettled({ status, stopped, problems, left, outcomes, unready, recovered, ...run }: FolderRun): boolean {
  const { plan, documents } = run.translated;
  return (
    status === exitStatus.fine &&
    stopped === undefined &&
    [problems, left, outcomes, unready, recovered, run.pruned, run.later].every(({ length }) => length === 0) &&
    plan.requests.every(({ route }) => route.length === 0) &&
    documents.every(({ changes, left }) => changes.length === 0 && left.length === 0) &&
    [...run.engines.keys()].every(isEngineId)
  );
}

const groupsIn = ({ groups }: Seen) => [...groups.values()];
