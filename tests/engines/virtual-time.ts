import type { Time } from '../../src/engines/time.ts';

/** A clock that jumps from one end of a sleep to the next, as soon as nothing else is to be done. Chance is seeded. */
export function virtualTime(seed = 1): Time {
  const sleepers: { readonly until: number; readonly wake: () => void }[] = [];
  let [now, state, isRunning] = [0, seed, false];
  const run = async (): Promise<void> => {
    isRunning = true;
    while (sleepers.length > 0) {
      await new Promise((done) => setImmediate(done));
      const next = sleepers.reduce((first, each) => (each.until < first.until ? each : first));
      sleepers.splice(sleepers.indexOf(next), 1);
      now = Math.max(now, next.until);
      next.wake();
    }
    isRunning = false;
  };
  return {
    now: () => now,
    day: () => '2026-01-02',
    random() {
      state = (state * 48_271) % 2_147_483_647;
      return state / 2_147_483_647;
    },
    sleep(milliseconds, signal) {
      if (signal.aborted) return Promise.resolve();
      return new Promise((wake) => {
        sleepers.push({ until: now + milliseconds, wake });
        signal.addEventListener('abort', () => wake(), { once: true });
        if (!isRunning) void run();
      });
    },
  };
}
