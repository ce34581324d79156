import { MessageChannel, Worker } from 'node:worker_threads';
import type { LocalProgram } from '../local-models.ts';
import { isBuilt, packageFile } from '../package-files.ts';
import type { LocalCall, LocalReply, LocalTask } from './local-worker.ts';

/** Why a thread ended before it answered. */
export type Ended = 'interrupted' | 'late' | 'crashed';

export interface LocalThreads {
  /** Whether the thread has a model already. */
  has(pair: string): boolean;
  /** A thread that does not answer is ended; the next task gets a new one. */
  ask(task: LocalTask, terms: Terms): Promise<LocalReply | Ended>;
  end(): Promise<void>;
}

export interface Terms {
  /** Milliseconds. */
  readonly deadline: number;
  readonly signal: AbortSignal;
}

interface LocalThread {
  readonly worker: Worker;
  readonly pairs: Set<string>;
}

/** One thread at a time, from the first task to the end of the run or its own. */
export function createThreads(program: LocalProgram): LocalThreads {
  let thread: LocalThread | undefined;
  const forget = (worker: Worker) => {
    if (thread?.worker === worker) thread = undefined;
  };
  const start = (): LocalThread => {
    const worker = startWorker(program);
    worker.once('exit', () => forget(worker));
    return { worker, pairs: new Set() };
  };
  return {
    has: (pair) => thread?.pairs.has(pair) ?? false,
    async end() {
      await thread?.worker.terminate();
    },
    async ask(task, terms) {
      if (terms.signal.aborted) return 'interrupted';
      thread ??= start();
      const { worker, pairs } = thread;
      for (const { pair } of task.models) pairs.add(pair);
      const reply = await replyOf(worker, task, terms);
      if (typeof reply === 'string' || 'broken' in reply) {
        forget(worker);
        await worker.terminate();
      }
      return reply;
    },
  };
}

/** Nothing of this process is in it: no key, no setting. */
function startWorker(program: LocalProgram): Worker {
  // Tests run the sources; a thread of Node 20 needs JavaScript.
  const file = packageFile(isBuilt ? 'local-worker.js' : '../dist/local-worker.js');
  const worker = new Worker(file, { workerData: program, env: {}, resourceLimits: { maxOldGenerationSizeMb: 128 } });
  worker.unref();
  // One that ran out of memory is seen by its end.
  worker.on('error', () => undefined);
  return worker;
}

async function replyOf(worker: Worker, task: LocalTask, { deadline, signal }: Terms): Promise<LocalReply | Ended> {
  const { port1: port, port2: back } = new MessageChannel();
  let settle: (reply: LocalReply | Ended) => void = () => undefined;
  const reply = new Promise<LocalReply | Ended>((resolve) => {
    settle = resolve;
  });
  const crash = () => settle('crashed');
  const abort = () => settle('interrupted');
  const timer = setTimeout(() => settle('late'), deadline);
  port.once('message', settle);
  worker.once('exit', crash);
  signal.addEventListener('abort', abort);
  worker.postMessage({ task, back } satisfies LocalCall, [back]);
  try {
    return await reply;
  } finally {
    clearTimeout(timer);
    port.close();
    worker.off('exit', crash);
    signal.removeEventListener('abort', abort);
  }
}
