import { EngineFault, UserError } from '../errors.ts';
import { createGate } from './gate.ts';
import { startPatience, waitForAnother } from './patience.ts';
import { isOver, type Turns } from './run-state.ts';
import { realTime, type Time } from './time.ts';

export interface Insistence {
  /** Id of the engine. */
  readonly engine: string;
  readonly signal: AbortSignal;
  /** How often what was perhaps done may be asked for again. */
  readonly repeats: number;
  readonly time?: Time | undefined;
}

/** A request that bills nothing, with the pauses and tries of one that does. Throws `UserError` where there is no sense in going on. */
export async function insist<T>(
  { engine, time = realTime, ...given }: Insistence,
  request: () => Promise<T>,
): Promise<T> {
  const gate = createGate({ concurrency: 1 }, { time });
  const turns: Turns = { ...given, engine: { id: engine }, time, gate, stopped: undefined };
  const patience = startPatience();
  for (;;) {
    const entrance = isOver(turns) ? undefined : await gate.enter(0, turns.signal);
    try {
      return await request();
    } catch (error) {
      if (!(error instanceof EngineFault)) throw error;
      entrance?.failed();
      if (!(await waitForAnother(turns, error, patience))) throw givenUp(turns, error);
    }
  }
}

function givenUp({ stopped }: Turns, fault: EngineFault): UserError {
  const { text, status, hint } = stopped ?? fault;
  return new UserError(text, { status, ...(hint !== undefined && { hint }) });
}
