import { type ExitStatus, exitStatus } from '../errors.ts';
import type { Message } from '../model.ts';
import { charactersOf, distinct, type Task } from './batches.ts';
import type { Outcome, Result, Stop } from './outcome.ts';
import type { Run } from './run-state.ts';

/** What a run comes to: a result for each task, and why it ended early, with what to do. */
export async function conclude(run: Run, tasks: readonly Task[]): Promise<Outcome> {
  const results = tasks.map(({ key }) => run.results.get(key) ?? unreached(run));
  const left = distinct(tasks.filter((_, at) => isLeft(results[at], 'budget')));
  const stopped = withHint(isOverBudget(run) ? budgetStop(run, left) : await explainQuota(run));
  const { billed, perhapsPaidTwice, requests, fromJournal, cost } = run;
  const mended = results.filter((result) => result.kind === 'answered' && result.mended !== undefined).length;
  const counts = { billed, perhapsPaidTwice, requests, fromJournal, mended, ...(run.engine.price && { cost }) };
  return { ...counts, results, stopped, status: statusOf(run, results) };
}

function unreached({ stopped }: Run): Result {
  if (!stopped) return { kind: 'left', reason: 'interrupted', text: { id: 'engine.left.interrupted' } };
  return { kind: 'left', reason: stopped.status === exitStatus.budget ? 'budget' : 'fault', text: stopped.text };
}

function isLeft(result: Result | undefined, reason: string): boolean {
  return result?.kind === 'left' && result.reason === reason;
}

/** It ended the run, or left tasks before anything was sent. */
function isOverBudget({ stopped, signal, results }: Run): boolean {
  if (stopped) return stopped.text.id === 'engine.left.budget';
  return !signal.aborted && [...results.values()].some((result) => isLeft(result, 'budget'));
}

function budgetStop({ purse, engine }: Run, left: readonly Task[]): Stop {
  const { characters: most = Number.POSITIVE_INFINITY, cost = 0 } = purse.budget;
  const characters = charactersOf(left);
  const counts = { sentences: left.length, characters };
  const text: Message =
    purse.characters + characters > most
      ? { id: 'engine.fault.budget', values: { ...counts, budget: most } }
      : { id: 'engine.fault.budget.cost', values: { ...counts, budget: cost, currency: engine.price?.currency ?? '' } };
  return { status: exitStatus.budget, text, hint: { id: 'engine.fault.budget.hint' } };
}

/** How much was used of how much, where the engine says so. */
async function explainQuota({ engine, stopped, inFlight }: Run): Promise<Stop | undefined> {
  if (stopped?.text.id !== 'engine.fault.quota') return stopped;
  const usage = await engine.usage?.(inFlight).catch(() => undefined);
  return usage
    ? { ...stopped, text: { id: 'engine.fault.quota.used', values: { engine: engine.id, ...usage } } }
    : stopped;
}

function withHint(stopped: Stop | undefined): Stop | undefined {
  const isOpen = stopped?.status === exitStatus.incomplete && stopped.hint === undefined;
  return isOpen ? { ...stopped, hint: { id: 'engine.fault.again' } } : stopped;
}

function statusOf({ stopped, badAnswers }: Run, results: readonly Result[]): ExitStatus {
  const left = (reason: string) => results.some((result) => isLeft(result, reason));
  if (stopped) return stopped.status;
  if (left('interrupted')) return exitStatus.interrupted;
  if (left('fault') || badAnswers > 0) return exitStatus.incomplete;
  return left('budget') ? exitStatus.budget : exitStatus.fine;
}
