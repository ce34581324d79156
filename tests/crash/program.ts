import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { program } from '../sandbox.ts';

/** What `hook.mjs` does to the program's calls of node:fs below some folders. */
export interface Fault {
  readonly within: readonly string[];
  /** Which of them, counted from 1. */
  readonly at?: number;
  /** The call is not made, takes effect for half of what it writes, or is the last that is made. */
  readonly how?: 'before' | 'half' | 'after';
  /** The call fails; where this is absent, the program is killed. */
  readonly code?: string;
  /** All later calls fail too. */
  readonly lasts?: boolean;
  /** Counts the calls that only read, or close, instead of those that change the disk. */
  readonly calls?: 'others';
  /** Where to write the calls that were counted, a line each. */
  readonly log?: string;
}

export interface Started {
  readonly pid: number;
  readonly ended: Promise<Ended>;
  kill(signal: NodeJS.Signals): void;
  /** Until this stands on standard error. */
  says(text: string): Promise<void>;
}

export interface Ended {
  /** `null` where a signal ended it. */
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

export interface Program {
  readonly folder: string;
  /** Of the fake DeepL. */
  readonly url: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly fault?: Fault | undefined;
  /** A command in front of it: `strace` and its options. */
  readonly under?: readonly string[];
}

const hook = join(import.meta.dirname, 'hook.mjs');

/** Starts the built program. */
export function start({ folder, url, args, env, fault, under = [] }: Program): Started {
  const [command = '', ...rest] = [...under, ...program, ...args];
  const child = spawn(command, rest, {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH ?? '',
      HOME: folder,
      LANG: 'C.UTF-8',
      NO_COLOR: '1',
      DEEPL_API_KEY: 'test-key',
      DEEPL_SERVER_URL: url,
      ...(fault && { NODE_OPTIONS: `--import ${hook}`, WORDFERRY_TEST_FAULT: JSON.stringify(fault) }),
      ...env,
    },
  });
  const closed = new Promise<Pick<Ended, 'status' | 'signal'>>((done) => {
    child.on('close', (status, signal) => done({ status, signal }));
  });
  const ended = Promise.all([closed, text(child.stdout), text(child.stderr)]);
  return {
    pid: child.pid ?? 0,
    ended: ended.then(([how, out, err]) => ({ ...how, out, err })),
    kill: (signal) => void child.kill(signal),
    async says(wanted) {
      let said = '';
      await new Promise<void>((done) => {
        child.on('close', () => done());
        child.stderr.on('data', (chunk: Buffer) => {
          said += chunk.toString();
          if (said.includes(wanted)) done();
        });
      });
    },
  };
}

export const run = (program: Program): Promise<Ended> => start(program).ended;
