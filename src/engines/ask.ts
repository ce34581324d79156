import { EngineFault, exitStatus, UserError } from '../errors.ts';
import type { Answer } from '../model.ts';
import { charactersOf, requestsOf, type TaskBatch } from './batches.ts';
import { startPatience, waitForAnother, waitForTurn } from './patience.ts';
import { costOf, isOver, type Run, stop } from './run-state.ts';

/** Answers; or why there are none; or nothing, because the run ends. */
export type Reply = { readonly answers: readonly Answer[] } | { readonly fault: EngineFault } | undefined;

/** Asks for one batch until there is an answer or no sense in asking again. */
export async function ask(run: Run, batch: TaskBatch): Promise<Reply> {
  const patience = startPatience(run);
  for (;;) {
    await waitForTurn(run);
    if (!mayAsk(run, batch)) return undefined;
    try {
      return { answers: await askOnce(run, batch) };
    } catch (error) {
      if (error instanceof UserError) stop(run, error);
      else if (!(error instanceof EngineFault)) throw error;
      else if (!(await waitForAnother(run, error, patience))) return isOver(run) ? undefined : { fault: error };
    }
  }
}

function mayAsk(run: Run, batch: TaskBatch): boolean {
  if (isOver(run)) return false;
  if (run.spent + costOf(run, batch) <= run.budget) return true;
  stop(run, { status: exitStatus.budget, text: { id: 'engine.left.budget', values: { budget: run.budget } } });
  return false;
}

/** The intent is on disk before the request leaves: a crash in between is seen by the next run. */
async function askOnce(run: Run, batch: TaskBatch): Promise<readonly Answer[]> {
  const keys = batch.map(({ key }) => key);
  const unanswered = batch.filter(({ key }) => run.journal?.isUnanswered(key));
  run.journal?.intent({
    engine: run.engine.id,
    languages: batch[0].languages,
    keys,
    characters: charactersOf(batch),
  });
  run.requests += 1;
  run.spent += costOf(run, batch);
  run.perhapsPaidTwice += charactersOf(unanswered);
  try {
    return await run.engine.translate(requestsOf(batch), run.inFlight);
  } catch (error) {
    if (error instanceof EngineFault && error.billing === 'refused') {
      run.spent -= costOf(run, batch);
      run.perhapsPaidTwice -= charactersOf(unanswered);
      run.journal?.refused(keys);
    }
    throw error;
  }
}
