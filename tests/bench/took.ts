import { spawnSync } from 'node:child_process';
import { cpuTime } from '../cpu-time.ts';

/** Seconds: what somebody waits, and what processors worked. The latter stays as it is while the machine is busy otherwise. */
export interface Took {
  readonly wall: number;
  readonly cpu: number;
}

export interface Ran extends Took {
  readonly isDone: boolean;
}

export function timed(work: () => unknown): Took {
  const start = performance.now();
  const cpu = cpuTime(work) / 1000;
  return { wall: (performance.now() - start) / 1000, cpu };
}

export interface Limits {
  readonly cwd: string;
  /** Of processor time, after which it is ended; ten minutes where nothing is said. */
  readonly seconds?: number;
}

/** Runs a program without its output. */
export function runProgram(command: readonly string[], { cwd, seconds = 600 }: Limits): Ran {
  const start = performance.now();
  const line = `ulimit -t ${seconds}; "$@" >/dev/null 2>&1; status=$?; times; exit $status`;
  const { status, stdout } = spawnSync('sh', ['-c', line, 'sh', ...command], { cwd, encoding: 'utf8' });
  const wall = (performance.now() - start) / 1000;
  return { isDone: status === 0, wall, cpu: childTime(stdout) };
}

/** POSIX `times`: the shell's own user and system time, and in the second line those of what it ran. */
function childTime(times: string): number {
  const [, children = ''] = times.trim().split('\n');
  return [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce((sum, [, m, s]) => sum + Number(m) * 60 + Number(s), 0);
}
