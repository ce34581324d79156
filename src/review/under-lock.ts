import { recover } from '../store/apply.ts';
import { waitForLock } from '../store/lock.ts';

/** Seconds. A run that asks an engine may take longer; then the page says who has the lock. */
const patience = 10;

/** One after the other, each with the project's lock, and with what a run that was killed had begun finished. */
export function createQueue(root: string, seconds = patience): <T>(work: () => T | Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(() => underLock(root, seconds, work));
    last = next.catch(() => undefined);
    return next;
  };
}

async function underLock<T>(root: string, seconds: number, work: () => T | Promise<T>): Promise<T> {
  const release = await waitForLock(root, { seconds });
  try {
    recover(root);
    return await work();
  } finally {
    release();
  }
}
