import { EngineFault, exitStatus, UserError } from '../errors.ts';
import type { Asking, Bill, Reply } from '../model.ts';
import { charactersOf, requestsOf, type Task, type TaskBatch } from './batches.ts';
import { costOf } from './bill.ts';
import { billRows } from './bill-rows.ts';
import type { Entrance } from './gate.ts';
import { startPatience, waitForAnother } from './patience.ts';
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
      return await askOnce(run, batch, entrance);
    } catch (error) {
      if (error instanceof UserError) stop(run, error);
      else if (!(error instanceof EngineFault)) throw error;
      else if (!(await waitForAnother(run, error, patience))) return isOver(run) ? undefined : { fault: error };
    }
  }
}

function mayAsk(run: Run, bill: Bill): boolean {
  if (isOver(run)) return false;
  if (covers(run.purse, bill, run.engine.price)) return true;
  stop(run, { status: exitStatus.budget, text: { id: 'engine.left.budget' } });
  return false;
}

/** The intent is on disk before the request leaves: a crash in between is seen by the next run. */
async function askOnce(run: Run, batch: TaskBatch, entrance: Entrance): Promise<Asked> {
  let sent: Sent | undefined;
  try {
    sent = send(run, batch);
    const reply = await run.engine.translate(requestsOf(batch), run.inFlight);
    entrance.answered();
    settleBill(run, sent.bill, reply.bill);
    return { reply, asking: sent.asking };
  } catch (error) {
    const fault = error instanceof EngineFault ? error : undefined;
    if (fault?.billing === 'refused' && fault.remedy === 'again') entrance.busy();
    else entrance.failed();
    if (sent !== undefined && fault?.billing !== 'unknown') takeBack(run, sent);
    throw error;
  }
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
