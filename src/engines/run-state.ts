import type { Bill, Engine, Journal } from '../model.ts';
import type { TaskBatch } from './batches.ts';
import { requestsOf, type Task } from './batches.ts';
import type { Gate } from './gate.ts';
import type { LeftReason, Result, Stop } from './outcome.ts';
import type { Purse } from './purse.ts';
import type { Time } from './time.ts';

/** What asking again needs to know; what is not readonly is counted. */
export interface Turns {
  readonly engine: Pick<Engine, 'id'>;
  readonly time: Time;
  readonly gate: Gate;
  /** Ends starting and waiting. */
  readonly signal: AbortSignal;

  /** How often something that may be paid, or done, may still be sent again. */
  repeats: number;
  /** Set: no further request. */
  stopped: Stop | undefined;
}

/** One run of `translateRequests` while it lasts. */
export interface Run extends Turns {
  readonly engine: Engine;
  /** None for fake engines. */
  readonly journal: Journal | undefined;
  /** Ends requests under way, some seconds later: they are paid. */
  readonly inFlight: AbortSignal;
  readonly purse: Purse;
  /** By the key of the answer. */
  readonly results: Map<string, Result>;

  /** Characters. */
  billed: number;
  cost: number;
  perhapsPaidTwice: number;
  requests: number;
  fromJournal: number;
  /** Answers of this run that could not be used. */
  badAnswers: number;
}

/** What a batch may be billed for, before its answer says. */
export function estimateOf({ engine }: Run, batch: TaskBatch): Bill {
  return engine.estimate(requestsOf(batch));
}

/** No further request is started; the first reason stands. */
export function stop(run: Turns, { status, text, hint }: Stop): void {
  run.stopped ??= { status, text, hint };
}

export function isOver(run: Turns): boolean {
  return run.stopped !== undefined || run.signal.aborted;
}

export function leave(run: Run, tasks: readonly Task[], reason: LeftReason, text: Stop['text']): void {
  for (const { key } of tasks) run.results.set(key, { kind: 'left', reason, text });
}
