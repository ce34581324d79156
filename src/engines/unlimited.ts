import type { Bill, EngineLimits, EngineSupport } from '../model.ts';

/** What engines have in common that ask nobody and bill nothing. */
export const unlimited = {
  limits: { texts: Number.POSITIVE_INFINITY, bytes: Number.POSITIVE_INFINITY, concurrency: 4 } as EngineLimits,
  supports: { tags: true, glossary: false, context: false, style: false, ids: false } as EngineSupport,
  refuses: () => undefined,
  fits: () => true,
  estimate: (): Bill => free,
};

export const free: Bill = { characters: 0 };
