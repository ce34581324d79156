import type { EngineLimits } from '../model.ts';
import type { Time } from './time.ts';

/** What requests to one engine with one key wait at: how many at once, how many characters a minute, pauses. */
export interface Gate {
  /** Until there is room for a request, or the signal ends the waiting: then nothing. */
  enter(characters: number, signal: AbortSignal): Promise<Entrance | undefined>;
  /** No request before so many milliseconds have passed. */
  pause(milliseconds: number): void;
}

/** A request is over. After a refusal for load half as many go at once, after each answer a little more. */
export type Entrance = Readonly<Record<'answered' | 'busy' | 'failed', () => void>>;

/** As many at once as the engine takes, or `jobs` if that is less. */
export function createGate(
  limits: Pace,
  { time, jobs }: { readonly time: Time; readonly jobs?: number | undefined },
): Gate {
  const most = Math.max(1, Math.min(limits.concurrency, jobs ?? limits.concurrency));
  const perCharacter = limits.charactersPerMinute === undefined ? 0 : 60_000 / limits.charactersPerMinute;
  const waiting: (() => void)[] = [];
  let [limit, active, notBefore, nextFree, lessSince] = [most, 0, 0, 0, Number.NEGATIVE_INFINITY];

  const leave = (): void => {
    active -= 1;
    waiting.shift()?.();
  };
  const entrance = (at: number): Entrance => ({
    answered() {
      limit = Math.min(most, limit + 1 / limit);
      leave();
      if (active < Math.floor(limit)) waiting.shift()?.();
    },
    busy() {
      // Those that were under way when it was halved say nothing new.
      if (at > lessSince) [limit, lessSince] = [Math.max(1, limit / 2), time.now()];
      leave();
    },
    failed: leave,
  });
  return {
    async enter(characters, signal) {
      while (!signal.aborted) {
        const wait = Math.max(notBefore, nextFree) - time.now();
        if (active >= Math.floor(limit)) await room(waiting, signal);
        else if (wait > 0) await time.sleep(wait, signal);
        else {
          active += 1;
          nextFree = Math.max(nextFree, time.now()) + characters * perCharacter;
          return entrance(time.now());
        }
      }
      return undefined;
    },
    pause(milliseconds) {
      notBefore = Math.max(notBefore, time.now() + milliseconds);
    },
  };
}

type Pace = Pick<EngineLimits, 'concurrency' | 'charactersPerMinute'>;

function room(waiting: (() => void)[], signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const go = (): void => {
      signal.removeEventListener('abort', go);
      resolve();
    };
    waiting.push(go);
    signal.addEventListener('abort', go, { once: true });
  });
}
