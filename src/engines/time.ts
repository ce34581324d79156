import { setTimeout as wait } from 'node:timers/promises';

/** What a run waits by; tests bring their own. */
export interface Time {
  /** Milliseconds on a clock that nobody sets. */
  now(): number;
  /** Ends early, without an error, when the signal does. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
  /** 0 ≤ x < 1. */
  random(): number;
  /** Today in UTC, ISO 8601: for people to read, never to decide by. */
  day(): string;
}

export const realTime: Time = {
  now: () => performance.now(),
  sleep: (milliseconds, signal) => wait(milliseconds, undefined, { signal }).catch(() => undefined),
  random: () => Math.random(),
  day: () => new Date().toISOString().slice(0, 10),
};
