import { exitStatus, UserError } from '../errors.ts';
import type { Answer, Message, Settled } from '../model.ts';
import { ask } from './ask.ts';
import { isBatch, type Task, type TaskBatch } from './batches.ts';
import type { Result } from './outcome.ts';
import { costOf, leave, type Run, stop } from './run-state.ts';
import { areRepeated, areShifted } from './shifted.ts';
import { validate } from './validate.ts';

/** Asks for a batch, in parts where it must be, until each of its tasks has a result or the run is over. */
export async function settleBatch(run: Run, batch: TaskBatch): Promise<void> {
  const reply = await ask(run, batch);
  if (!reply) return;
  if ('answers' in reply) return takeAnswers(run, batch, reply.answers);
  const { remedy, text } = reply.fault;
  if (remedy === 'split') return settleHalves(run, batch);
  leave(run, batch, 'fault', text);
}

async function settleHalves(run: Run, batch: TaskBatch): Promise<void> {
  const middle = Math.ceil(batch.length / 2);
  const [first, second] = [batch.slice(0, middle), batch.slice(middle)];
  if (!isBatch(first) || !isBatch(second)) return leaveTooLarge(run, batch);
  await settleBatch(run, first);
  await settleBatch(run, second);
}

export function leaveTooLarge(run: Run, tasks: readonly Task[]): void {
  leave(run, tasks, 'unsendable', { id: 'engine.left.too_large', values: { engine: run.engine.id } });
}

async function takeAnswers(run: Run, batch: TaskBatch, answers: readonly Answer[]): Promise<void> {
  const wrong = disorder(run, batch, answers);
  if (wrong) return settleSingly(run, batch, wrong);
  const settled = batch.map((task, index) => judge(run, task, answers[index]!));
  const billed = settled.reduce((sum, one) => sum + one.billed, 0);
  run.billed += billed;
  run.spent += billed - costOf(run, batch);
  write(run, settled);
  for (const { key, answer } of settled) {
    run.results.set(key, 'text' in answer ? { kind: 'answered', ...answer } : rejected(run, answer.wrong));
  }
}

/** Engines that answer by order alone: one answer too many or too few, and no answer can be trusted to be its text's. */
function disorder(
  { engine: { id: engine, fake } }: Run,
  batch: TaskBatch,
  answers: readonly Answer[],
): Message | undefined {
  if (answers.length !== batch.length) {
    return { id: 'engine.fault.count', values: { engine, answers: answers.length, texts: batch.length } };
  }
  if (fake) return undefined;
  const texts = answers.map(({ text }) => (typeof text === 'string' ? text : ''));
  const sources = batch.map(({ request }) => request.text);
  if (areShifted(sources, texts)) return { id: 'engine.fault.shifted', values: { engine } };
  return areRepeated(sources, texts) ? { id: 'engine.fault.repeated', values: { engine } } : undefined;
}

/** Paid for nothing. Once more, one text a request: there is no order to get wrong. */
async function settleSingly(run: Run, batch: TaskBatch, wrong: Message): Promise<void> {
  run.billed += costOf(run, batch);
  if (batch.length === 1) return leave(run, batch, 'fault', wrong);
  if (run.repeats === 0) return stop(run, { status: exitStatus.incomplete, text: wrong });
  run.repeats -= 1;
  for (const task of batch) await settleBatch(run, [task]);
}

function judge(run: Run, { key, request, languages }: Task, { text, billed }: Answer): Settled {
  return { key, billed, answer: validate(text, request.text, languages, run.engine) };
}

/** The journal keeps that a paid answer is bad, and nobody asks again. */
function rejected(run: Run, wrong: Message): Result {
  run.badAnswers += 1;
  return run.engine.fake ? { kind: 'left', reason: 'unusable', text: wrong } : quarantined(wrong);
}

export function quarantined(wrong: Message): Result {
  return { kind: 'left', reason: 'quarantined', text: wrong };
}

/** On disk before anyone uses it. Where the disk fails, what was paid is still used, and nothing more is sent. */
function write(run: Run, settled: readonly Settled[]): void {
  try {
    run.journal?.settle(settled);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    stop(run, error);
  }
}
