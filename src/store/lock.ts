import { randomUUID } from 'node:crypto';
import { linkSync, lstatSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { exitStatus, UserError } from '../errors.ts';
import { attempt } from './attempt.ts';
import { diskError, readBytes } from './files.ts';
import { insideRoot } from './inside.ts';
import { type Holder, isGone, ownHolder, parseHolder } from './lock-holder.ts';
import { stateFolder } from './state-folder.ts';
import { removeQuietly, sweepLocks } from './sweep-locks.ts';

export interface LockOptions {
  /** How long to wait for somebody else's; default: not at all. */
  readonly seconds?: number | undefined;
  /** The lock was that of a process that is gone. */
  readonly onTakenOver?: ((holder: Holder) => void) | undefined;
}

const lockPath = '.wordferry/lock';

/** When the lock that this run holds was taken: milliseconds by the clock of the disk. */
export function lockedSince(root: string): number {
  return lstatSync(insideRoot(root, lockPath)).mtimeMs;
}

/** `acquireLock`, as often as the options have patience for. */
export async function waitForLock(root: string, { seconds = 0, onTakenOver }: LockOptions = {}): Promise<() => void> {
  const end = performance.now() + 1000 * seconds;
  for (;;) {
    const release = attempt(() => acquireLock(root, onTakenOver));
    if (!(release instanceof UserError)) return release;
    const left = end - performance.now();
    if (release.status !== exitStatus.locked || left <= 0) throw release;
    await pause(Math.min(100, left));
  }
}

/**
 * One run at a time writes. Gives the function that releases the lock. Throws `UserError` (exit status 5) that names the
 * holder; the lock of a process that is gone is taken over, one of another host never.
 */
export function acquireLock(root: string, onTakenOver?: LockOptions['onTakenOver']): () => void {
  stateFolder(root);
  const own = JSON.stringify(ownHolder());
  let former: Holder | undefined;
  const other = acquire(root, lockPath, {
    own,
    onBuried: (holder) => {
      former = holder;
    },
  });
  if (other !== undefined) throw held(other);
  // What the disk keeps of them, the next run sweeps.
  attempt(() => sweepLocks(root));
  if (former !== undefined) onTakenOver?.(former);
  // One that the disk keeps is nobody's once this process is gone.
  return () => void attempt(() => release(root, lockPath, own));
}

interface Wish {
  readonly own: string;
  readonly onBuried?: (holder: Holder | undefined) => void;
}

/** Gives who has the lock; nothing where it is ours now. */
function acquire(root: string, path: string, { own, onBuried }: Wish): Holder | undefined {
  for (let tries = 0; tries < 3; tries += 1) {
    if (create(root, path, own)) return undefined;
    const seen = read(root, path);
    if (seen === undefined) continue;
    const holder = parseHolder(seen);
    if (holder !== undefined && !isGone(holder)) return holder;
    const other = bury(root, path, { seen, own });
    if (other !== undefined) return other;
    onBuried?.(holder);
  }
  throw new UserError({ id: 'lock.contended' }, { status: exitStatus.locked });
}

/** A lock is there with all it says or not at all: one that is empty would look like nobody's. */
function create(root: string, path: string, own: string): boolean {
  const file = insideRoot(root, path);
  const draft = `${file}.${process.pid}.${randomUUID()}`;
  try {
    writeFileSync(draft, own, { flag: 'wx', mode: 0o600 });
    linkSync(draft, file);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // Without the draft: another machine has swept it away.
    if (code === 'EEXIST' || code === 'ENOENT') return false;
    throw diskError(error, path);
  } finally {
    removeQuietly(draft);
  }
}

/**
 * Takes a stale lock away. That is a lock of its own (and may be taken over like any other), so that of two who saw the
 * stale one the slower does not take away what the faster has put there since. Gives who else is at it.
 */
function bury(root: string, path: string, { seen, own }: Record<'seen' | 'own', string>): Holder | undefined {
  const guard = `${path}.takeover`;
  const other = acquire(root, guard, { own });
  if (other !== undefined) return other;
  release(root, path, seen);
  release(root, guard, own);
  return undefined;
}

/** Takes a lock away if it is still the one that is meant. */
function release(root: string, path: string, content: string): void {
  if (read(root, path) !== content) return;
  try {
    rmSync(insideRoot(root, path), { force: true });
  } catch (error) {
    throw diskError(error, path);
  }
}

const read = (root: string, path: string): string | undefined => readBytes(root, path)?.toString('utf8');

function held({ pid, host, since }: Holder): UserError {
  return new UserError(
    { id: 'lock.held', values: { pid: String(pid), host, since } },
    { hint: { id: 'lock.held.hint' }, status: exitStatus.locked },
  );
}
