import { realTime, type Time } from '../../src/engines/time.ts';

/** A clock that runs a hundred times as fast, so that pauses are what they are and nobody waits. Chance is seeded. */
export function fastTime(seed = 1): Time {
  let state = seed;
  return {
    now: () => performance.now() * speed,
    sleep: (milliseconds, signal) => realTime.sleep(milliseconds / speed, signal),
    random() {
      state = (state * 48_271) % 2_147_483_647;
      return state / 2_147_483_647;
    },
    day: () => '2026-01-02',
  };
}

const speed = 100;
