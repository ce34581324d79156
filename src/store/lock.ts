import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { exitStatus, UserError } from '../errors.ts';
import { diskError, readBytes } from './files.ts';
import { insideRoot } from './inside.ts';
import { stateFolder } from './state-folder.ts';

interface Holder {
  readonly pid: number;
  readonly host: string;
  /** Of this boot of the machine, and of the process: a pid alone may belong to another one by now. */
  readonly boot: string;
  readonly started: string;
  readonly since: string;
}

/**
 * One run at a time writes. Gives the function that releases the lock. Throws `UserError` (exit status 5) that names the
 * holder; the lock of a process that is gone is taken over, one of another host never.
 */
export function acquireLock(root: string): () => void {
  stateFolder(root);
  const path = '.wordferry/lock';
  const holder: Holder = {
    pid: process.pid,
    host: hostname(),
    boot: bootId(),
    started: startOf(process.pid),
    since: new Date().toISOString(),
  };
  const own = JSON.stringify(holder);
  const other = acquire(root, path, own);
  if (other !== undefined) throw held(other);
  return () => release(root, path, own);
}

/** Gives who has the lock; nothing where it is ours now. */
function acquire(root: string, path: string, own: string): Holder | undefined {
  for (let tries = 0; tries < 3; tries += 1) {
    if (create(root, path, own)) return undefined;
    const seen = read(root, path);
    if (seen === undefined) continue;
    const holder = parse(seen);
    if (holder !== undefined && !isGone(holder)) return holder;
    const other = bury(root, path, { seen, own });
    if (other !== undefined) return other;
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
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw diskError(error, path);
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * Takes a stale lock away. That is a lock of its own (and may be taken over like any other), so that of two who saw the
 * stale one the slower does not take away what the faster has put there since. Gives who else is at it.
 */
function bury(root: string, path: string, { seen, own }: Record<'seen' | 'own', string>): Holder | undefined {
  const guard = `${path}.takeover`;
  const other = acquire(root, guard, own);
  if (other !== undefined) return other;
  release(root, path, seen);
  release(root, guard, own);
  return undefined;
}

/** Takes a lock away if it is still the one that is meant. */
function release(root: string, path: string, content: string): void {
  if (read(root, path) === content) rmSync(insideRoot(root, path), { force: true });
}

const read = (root: string, path: string): string | undefined => readBytes(root, path)?.toString('utf8');

/** `undefined` for what no run wrote. */
function parse(text: string): Holder | undefined {
  try {
    const { pid, host, boot, started, since } = JSON.parse(text) as Holder;
    const isHolder = typeof pid === 'number' && [host, boot, started, since].every((part) => typeof part === 'string');
    return isHolder ? { pid, host, boot, started, since } : undefined;
  } catch {
    return undefined;
  }
}

function isGone({ pid, host, boot, started }: Holder): boolean {
  if (host !== hostname()) return false;
  return boot !== bootId() || !isAlive(pid) || startOf(pid) !== started;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

const bootId = (): string => readProc('/proc/sys/kernel/random/boot_id');

/** Start time in clock ticks: field 22 of /proc/PID/stat, counted behind the name in parentheses. */
function startOf(pid: number): string {
  const stat = readProc(`/proc/${pid}/stat`);
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}

/** Linux only; elsewhere the pid alone decides. */
function readProc(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return '';
  }
}

function held({ pid, host, since }: Holder): UserError {
  return new UserError(
    { id: 'lock.held', values: { pid: String(pid), host, since } },
    { hint: { id: 'lock.held.hint' }, status: exitStatus.locked },
  );
}
