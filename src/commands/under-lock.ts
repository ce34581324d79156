import { recover } from '../store/apply.ts';
import { type LockOptions, waitForLock } from '../store/lock.ts';
import { type Context, note } from './context.ts';

/** What a command that writes does: it has the lock, and what a run that was killed had begun is finished. */
export async function underLock<T>(context: Context, root: string, work: () => Promise<T>): Promise<T> {
  const release = await waitForLock(root, lockOptions(context));
  try {
    for (const path of recover(root)) note(context, { id: 'translate.recovered', values: { path } });
    return await work();
  } finally {
    release();
  }
}

export function lockOptions(context: Context): LockOptions {
  return {
    seconds: context.lockTimeout,
    onTakenOver: ({ pid, host, since }) =>
      note(context, { id: 'lock.taken_over', values: { pid: String(pid), host, since } }),
  };
}
