import { closeSync, linkSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { exitStatus, UserError } from '../errors.ts';
import { diskError } from './files.ts';
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
  const path = join(stateFolder(root), 'lock');
  const own: Holder = {
    pid: process.pid,
    host: hostname(),
    boot: bootId(),
    started: startOf(process.pid),
    since: new Date().toISOString(),
  };
  for (let tries = 0; tries < 3; tries += 1) {
    if (create(path, own)) return () => rmSync(path, { force: true });
    const holder = readHolder(path);
    if (holder !== undefined && !isGone(holder)) throw held(holder);
    bury(path, holder);
  }
  throw new UserError({ id: 'lock.contended' }, { status: exitStatus.locked });
}

function create(path: string, holder: Holder): boolean {
  try {
    const descriptor = openSync(path, 'wx', 0o600);
    writeFileSync(descriptor, JSON.stringify(holder));
    closeSync(descriptor);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw diskError(error, '.wordferry/lock');
  }
}

/** Takes a stale lock away, unless another process did so first and the lock is its new one: that goes back. */
function bury(path: string, seen: Holder | undefined): void {
  const grave = `${path}.${process.pid}`;
  try {
    renameSync(path, grave);
    if (JSON.stringify(readHolder(grave)) !== JSON.stringify(seen)) linkSync(grave, path);
  } catch {
    // Somebody else was faster; the next try sees whom.
  }
  rmSync(grave, { force: true });
}

function readHolder(path: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder;
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
