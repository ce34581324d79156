import type { Pace } from '../engine-options.ts';
import type { EngineLimits } from '../model.ts';

/** An engine's own limits, and what wordferry.yaml says instead. */
export function limitsOf(own: EngineLimits, { concurrency, charactersPerMinute }: Pace): EngineLimits {
  return {
    ...own,
    ...(concurrency && { concurrency: Math.min(concurrency, mostAtOnce) }),
    ...(charactersPerMinute && { charactersPerMinute }),
  };
}

const mostAtOnce = 16;
