import { type ExitStatus, exitStatus } from './errors.ts';

/**
 * SIGINT and SIGTERM while answers that are paid for are under way: the first lets them arrive, the second ends the
 * program at once. So does the first at any other time: nothing listens then, whatever the program is busy with.
 */
export interface Signals {
  /** Aborted by the first one. */
  readonly signal: AbortSignal;
  /** Listens for as long as the work takes. */
  awaiting<T>(work: () => Promise<T>): Promise<T>;
  /** Of a run that was interrupted. */
  status(): ExitStatus | undefined;
}

const statuses = [
  ['SIGINT', exitStatus.interrupted],
  ['SIGTERM', exitStatus.terminated],
] as const;

export function watchSignals(): Signals {
  const stop = new AbortController();
  let status: ExitStatus | undefined;
  const listeners = statuses.map(([name, exit]) => {
    const listener = () => {
      if (status !== undefined) process.exit(exit);
      status = exit;
      stop.abort();
    };
    return { name, listener };
  });
  return {
    signal: stop.signal,
    async awaiting(work) {
      for (const { name, listener } of listeners) process.on(name, listener);
      try {
        return await work();
      } finally {
        // Node tells of a signal that came meanwhile on its next whole turn.
        for (let turn = 0; turn < 2; turn += 1) await new Promise((next) => setImmediate(next));
        for (const { name, listener } of listeners) process.off(name, listener);
      }
    },
    status: () => status,
  };
}
