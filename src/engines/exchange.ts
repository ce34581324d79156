import { EngineFault } from '../errors.ts';
import type { Message } from '../model.ts';

/** On whose behalf, how long and how much. */
export interface Exchange {
  /** Id of the engine. */
  readonly engine: string;
  /** Name of the environment variable that holds its key. */
  readonly variable: string;
  /** Name of the environment variable that says where it is; absent for its own address. */
  readonly addressVariable?: string | undefined;
  /** What to look at where it says that there is no such thing (404). */
  readonly notFound?: Message | undefined;
  /** What lets us in, where something has to: an answer that has it is not used. */
  readonly key?: string | undefined;
  /** The key and the texts: never shown, even where the server repeats them. */
  readonly secrets: readonly string[];
  /** Milliseconds from the first byte sent to the last byte read. */
  readonly deadline: number;
  /** Longest body of an answer. */
  readonly bytes: number;
  readonly signal: AbortSignal;
}

/** An answer came and was surely paid, but nothing in it can be trusted. */
export function damaged({ engine }: Pick<Exchange, 'engine'>): EngineFault {
  return new EngineFault(
    { id: 'engine.fault.unreadable', values: { engine } },
    { billing: 'unknown', remedy: 'again' },
  );
}

/**
 * What was asked for is not to be had in one answer: there was no room for its end, or one of the texts was filtered out.
 * A smaller request tells more.
 */
export function withheld({ engine }: Pick<Exchange, 'engine'>, billing: EngineFault['billing']): EngineFault {
  return new EngineFault({ id: withheldId, values: { engine } }, { billing, remedy: 'split' });
}

export function isWithheld(error: unknown): error is EngineFault {
  return error instanceof EngineFault && error.text.id === withheldId;
}

const withheldId = 'engine.fault.withheld';
