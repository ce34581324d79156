import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';

/** A process that has a lock. */
export interface Holder {
  readonly pid: number;
  readonly host: string;
  /** Of this boot of the machine, and of the process: a pid alone may belong to another one by now. */
  readonly boot: string;
  readonly started: string;
  readonly since: string;
}

/** This process. */
export function ownHolder(): Holder {
  return {
    pid: process.pid,
    host: hostname(),
    boot: bootId(),
    started: startOf(process.pid),
    since: new Date().toISOString(),
  };
}

/** `undefined` for what no run wrote. */
export function parseHolder(text: string): Holder | undefined {
  try {
    const { pid, host, boot, started, since } = JSON.parse(text) as Holder;
    const isHolder = typeof pid === 'number' && [host, boot, started, since].every((part) => typeof part === 'string');
    return isHolder ? { pid, host, boot, started, since } : undefined;
  } catch {
    return undefined;
  }
}

/** Surely: of another machine nobody here knows. */
export function isGone({ pid, host, boot, started }: Holder): boolean {
  if (host !== hostname()) return false;
  return boot !== bootId() || !isAlive(pid) || startOf(pid) !== started;
}

export function isAlive(pid: number): boolean {
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
