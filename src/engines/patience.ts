import { type EngineFault, exitStatus } from '../errors.ts';
import { isOver, stop, type Turns } from './run-state.ts';

/** How often one batch was asked for. */
export interface Patience {
  /** When it failed first. */
  since: number | undefined;
  refusals: number;
  repeated: boolean;
}

export function startPatience(): Patience {
  return { since: undefined, refusals: 0, repeated: false };
}

/**
 * Whether to ask again, after the pause that is due. What was refused costs nothing: up to 6 tries, 5 minutes, pauses of
 * any length below 1, 2, 4, 8, 16 s ("full jitter") or as the engine says, for all requests to it; then the engine is out
 * and the run ends. What may have been paid is repeated once a batch, and as often a run as `run.repeats` allows.
 */
export async function waitForAnother(run: Turns, fault: EngineFault, patience: Patience): Promise<boolean> {
  if (run.signal.aborted) return false;
  if (fault.remedy === 'stop') stop(run, fault);
  if (fault.remedy !== 'again' || isOver(run)) return false;
  return fault.billing === 'unknown' ? repeat(run, fault, patience) : retry(run, fault, patience);
}

async function repeat(run: Turns, fault: EngineFault, patience: Patience): Promise<boolean> {
  if (patience.repeated) return false;
  if (run.repeats === 0) {
    stop(run, fault);
    return false;
  }
  patience.repeated = true;
  run.repeats -= 1;
  await run.time.sleep(jitter(run, 0), run.signal);
  return true;
}

function retry(run: Turns, fault: EngineFault, patience: Patience): boolean {
  const { retryAfter } = fault;
  const now = run.time.now();
  const wait = retryAfter === undefined ? jitter(run, patience.refusals) : retryAfter * (1 + 0.1 * run.time.random());
  patience.refusals += 1;
  patience.since ??= now;
  if (retryAfter !== undefined && retryAfter > longestPause) stop(run, tooLong(run, retryAfter));
  if (patience.refusals >= 6 || now + wait - patience.since > 300_000) stop(run, fault);
  if (isOver(run)) return false;
  run.gate.pause(wait);
  return true;
}

/** A person waits for the run. */
const longestPause = 120_000;

function tooLong({ engine }: Turns, pause: number): Parameters<typeof stop>[1] {
  const values = { engine: engine.id, seconds: Math.ceil(pause / 1000), limit: longestPause / 1000 };
  return { status: exitStatus.incomplete, text: { id: 'engine.fault.pause', values } };
}

function jitter({ time }: Turns, refusals: number): number {
  return time.random() * 1000 * 2 ** refusals;
}
