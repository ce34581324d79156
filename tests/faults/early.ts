import type { Time } from '../../src/engines/time.ts';
import { EngineFault } from '../../src/errors.ts';
import type { Engine } from '../../src/model.ts';
import type { Refusal } from '../engines/fake-service.ts';

/** Requests that were sent all the same, by what their sender had been told. */
export interface Early {
  /** Before the time of a Retry-After had passed. */
  readonly retryAfter: number;
  /** After nothing was left to spend. */
  readonly quota: number;
}

/**
 * Knows what an engine was told by a refusal, and counts what is sent all the same. It stands on this side of the wire: on
 * the other one nobody can tell a request that was on its way already from one that should not have been sent.
 */
export function overhear(engine: Engine, refusal: Refusal | undefined, time: Time): Overheard {
  const early = { retryAfter: 0, quota: 0 };
  let [until, isSpent] = [Number.NEGATIVE_INFINITY, false];
  const translate: Engine['translate'] = async (batch, signal) => {
    if (time.now() < until) early.retryAfter += 1;
    if (isSpent) early.quota += 1;
    try {
      return await engine.translate(batch, signal);
    } catch (error) {
      if (refusal !== undefined && error instanceof EngineFault) {
        until = Math.max(until, time.now() + pauseOf(refusal));
        isSpent ||= isQuota(refusal);
      }
      throw error;
    }
  };
  return { engine: { ...engine, translate }, early: () => ({ ...early }) };
}

export interface Overheard {
  readonly engine: Engine;
  early(): Early;
}

/** Milliseconds; none where it says nothing that anybody could keep to. */
function pauseOf({ headers = {} }: Refusal): number {
  const { 'retry-after': value = '' } = headers;
  if (/^\d{1,5}$/u.test(value)) return Number(value) * 1000;
  const until = /^[A-Z]/u.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(until) ? 0 : until - Date.now();
}

function isQuota({ status, body = '' }: Refusal): boolean {
  return status === 402 || status === 456 || body.includes('insufficient_quota');
}
