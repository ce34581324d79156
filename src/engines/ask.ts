import { EngineFault, exitStatus, UserError } from '../errors.ts';
import type { Asking, Bill, Reply } from '../model.ts';
import { charactersOf, requestsOf, type Task, type TaskBatch } from './batches.ts';
import { costOf } from './bill.ts';
import { billRows } from './bill-rows.ts';
import type { Entrance } from './gate.ts';
import { type Patience, startPatience, waitForAnother } from './patience.ts';
import { covers, giveBack, spend } from './purse.ts';
import { estimateOf, isOver, type Run, stop } from './run-state.ts';

/** A reply and where it is to be written down. */
export interface Asked {
  readonly reply: Reply;
  /** None for engines without a journal. */
  readonly asking: Asking | undefined;
}

/** Asks for one batch until there is an answer or no sense in asking again; nothing where the run ends. */
export async function ask(run: Run, batch: TaskBatch): Promise<Asked | { readonly fault: EngineFault } | undefined> {
  const patience = startPatience();
  const bill = estimateOf(run, batch);
  for (;;) {
    const entrance = isOver(run) ? undefined : await run.gate.enter(bill.characters, run.signal);
    if (entrance === undefined) return undefined;
    if (!mayAsk(run, bill)) {
      entrance.failed();
      return undefined;
    }
    try {
      const asked = await askOnce(run, batch);
      entrance.answered();
      return asked;
    } catch (error) {
      // What it means for the run, a pause or its end, holds before the next request is let in.
      const again = meet(run, error, patience);
      leaveAfter(error, entrance);
      if (!(await again)) return isOver(run) || !(error instanceof EngineFault) ? undefined : { fault: error };
    }
  }
}

/** Whether to ask again. Rejects where wordferry itself is wrong. */
async function meet(run: Run, error: unknown, patience: Patience): Promise<boolean> {
  if (error instanceof EngineFault) return waitForAnother(run, error, patience);
  if (!(error instanceof UserError)) throw error;
  stop(run, error);
  return false;
}

function leaveAfter(error: unknown, entrance: Entrance): void {
  if (error instanceof EngineFault && error.billing === 'refused' && error.remedy === 'again') entrance.busy();
  else entrance.failed();
}

function mayAsk(run: Run, bill: Bill): boolean {
  if (isOver(run)) return false;
  if (covers(run.purse, bill, run.engine.price)) return true;
  stop(run, { status: exitStatus.budget, text: { id: 'engine.left.budget' } });
  return false;
}

/** The intent is on disk before the request leaves: a crash in between is seen by the next run. */
async function askOnce(run: Run, batch: TaskBatch): Promise<Asked> {
  const sent = send(run, batch);
  try {
    const reply = await run.engine.translate(requestsOf(batch), run.inFlight);
    settleBill(run, sent.bill, reply.bill);
    return { reply, asking: sent.asking };
  } catch (error) {
    if (isRefusal(error)) takeBack(run, sent);
    throw error;
  }
}

/** Whatever else an engine throws, its service may have done the work. */
function isRefusal(error: unknown): boolean {
  return error instanceof UserError || (error instanceof EngineFault && error.billing === 'refused');
}

interface Sent {
  readonly bill: Bill;
  readonly asking: Asking | undefined;
  /** Characters of texts that an earlier request was or may have been billed for. */
  readonly again: number;
}

function send(run: Run, batch: TaskBatch): Sent {
  const bill = estimateOf(run, batch);
  const keys = batch.map(({ key }) => key);
  const isPaid = ({ key, request }: Task) => request.rejected !== undefined || run.journal?.isUnanswered(key);
  const again = charactersOf(batch.filter(isPaid));
  const asking = run.journal?.intent({ keys, bill: billRows(run, batch, bill) });
  run.requests += 1;
  run.perhapsPaidTwice += again;
  spend(run.purse, bill, run.engine.price);
  return { bill, asking, again };
}

function settleBill(run: Run, expected: Bill, bill: Bill): void {
  giveBack(run.purse, expected, run.engine.price);
  spend(run.purse, bill, run.engine.price);
  run.billed += bill.characters;
  run.cost += costOf(bill, run.engine.price) ?? 0;
}

/** The engine surely did none of it. */
function takeBack(run: Run, { bill, asking, again }: Sent): void {
  giveBack(run.purse, bill, run.engine.price);
  run.perhapsPaidTwice -= again;
  asking?.refused();
}
