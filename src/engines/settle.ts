import { exitStatus, UserError } from '../errors.ts';
import type { Answer, Message, Settled } from '../model.ts';
import { type Asked, ask } from './ask.ts';
import { formBatches, isBatch, type Task, type TaskBatch } from './batches.ts';
import { billRows } from './bill-rows.ts';
import type { Result } from './outcome.ts';
import { isRepairable, repairOf } from './repair.ts';
import { leave, type Run, stop } from './run-state.ts';
import { areRepeated, areShifted } from './shifted.ts';
import { validate } from './validate.ts';

/** Asks for a batch, in parts where it must be, until each of its tasks has a result or the run is over. */
export async function settleBatch(run: Run, batch: TaskBatch): Promise<void> {
  const asked = await ask(run, batch);
  if (!asked) return;
  if ('reply' in asked) return takeAnswers(run, batch, asked);
  const { remedy, text, billing } = asked.fault;
  if (remedy !== 'split') return leave(run, batch, 'fault', text);
  // An answer that was cut off is paid all the same.
  if (billing === 'unknown' && run.repeats === 0) return stop(run, { status: exitStatus.incomplete, text });
  if (billing === 'unknown') run.repeats -= 1;
  return settleHalves(run, batch);
}

async function settleHalves(run: Run, batch: TaskBatch): Promise<void> {
  const middle = Math.ceil(batch.length / 2);
  const [first, second] = [batch.slice(0, middle), batch.slice(middle)];
  if (!isBatch(first) || !isBatch(second)) return refuseTooLarge(run, batch);
  await settleBatch(run, first);
  await settleBatch(run, second);
}

/** What the service did not take is not sent again by later runs. */
function refuseTooLarge(run: Run, batch: TaskBatch): void {
  const answer = { wrong: tooLarge(run) };
  const settled = batch.map(({ key }) => ({ key, answer }));
  write(run, () => run.journal?.intent({ keys: [], bill: [] }).settle(settled, []));
  leaveTooLarge(run, batch);
}

export function leaveTooLarge(run: Run, tasks: readonly Task[]): void {
  leave(run, tasks, 'unsendable', tooLarge(run));
}

function tooLarge({ engine }: Run): Message {
  return { id: 'engine.left.too_large', values: { engine: engine.id } };
}

/** What is of use is used; for the rest the engine gets one more chance each. All of it is in the journal first. */
async function takeAnswers(run: Run, batch: TaskBatch, { reply, asking }: Asked): Promise<void> {
  const { answers, bill } = reply;
  const wrong = disorder(run, batch, answers);
  const settled = batch.map((task, at) => judge(run, task, wrong ?? answers[at]));
  write(run, () => asking?.settle(settled, billRows(run, batch, bill)));
  const repairs: Task[] = [];
  for (const [at, { answer }] of settled.entries()) {
    const task = batch[at]!;
    if ('text' in answer) run.results.set(task.key, { kind: 'answered', ...answer });
    else if (answer.rejected !== undefined) repairs.push(repairOf(task, answer));
    else run.results.set(task.key, rejected(run, answer.wrong));
  }
  if (wrong !== undefined && run.repeats === 0) return stop(run, { status: exitStatus.incomplete, text: wrong });
  if (wrong !== undefined) run.repeats -= 1;
  for (const again of formBatches(repairs, run.engine)) await settleBatch(run, again);
}

/** One answer too many or too few, or at another's place, and no answer can be trusted to be its text's. */
function disorder(
  { engine: { id: engine, fake } }: Run,
  batch: TaskBatch,
  answers: readonly (Answer | undefined)[],
): Message | undefined {
  if (answers.length !== batch.length) {
    return { id: 'engine.fault.count', values: { engine, answers: answers.length, texts: batch.length } };
  }
  if (fake) return undefined;
  const texts = answers.map((answer) => (typeof answer?.text === 'string' ? answer.text : ''));
  const sources = batch.map(({ request }) => request.text);
  if (areShifted(sources, texts)) return { id: 'engine.fault.shifted', values: { engine } };
  return areRepeated(sources, texts) ? { id: 'engine.fault.repeated', values: { engine } } : undefined;
}

function judge(run: Run, { key, request, languages }: Task, given: Answer | Message | undefined): Settled {
  if (given === undefined) return refuse(run, { key, request, wrong: { id: 'engine.answer.missing' }, text: '' });
  if ('id' in given) return refuse(run, { key, request, wrong: given, text: '' });
  const verdict = validate(given.text, request.text, languages, run.engine);
  if ('text' in verdict) return { key, answer: verdict };
  return refuse(run, { key, request, ...verdict, text: typeof given.text === 'string' ? given.text : '' });
}

interface Refused extends Pick<Task, 'key' | 'request'> {
  readonly wrong: Message;
  readonly text: string;
}

function refuse({ engine }: Run, { key, request, wrong, text }: Refused): Settled {
  return { key, answer: { wrong, ...(isRepairable(engine, request, wrong) && { rejected: text }) } };
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
function write(run: Run, work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    stop(run, error);
  }
}
