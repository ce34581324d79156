import type { Engine, Journal } from '../model.ts';
import { charactersOf, type Task } from './batches.ts';
import type { LeftReason, Result, Stop } from './outcome.ts';
import type { Time } from './time.ts';

/** What asking again needs to know; what is not readonly is counted. */
export interface Turns {
  readonly engine: Pick<Engine, 'id'>;
  readonly time: Time;
  /** Ends starting and waiting. */
  readonly signal: AbortSignal;

  /** How often something that may be paid, or done, may still be sent again. */
  repeats: number;
  /** Requests at once. */
  jobs: number;
  /** No request before this moment of `time.now()`. */
  notBefore: number;
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
  /** Characters. */
  readonly budget: number;
  /** By the key of the answer. */
  readonly results: Map<string, Result>;

  /** Characters that are or may be billed. */
  spent: number;
  billed: number;
  perhapsPaidTwice: number;
  requests: number;
  fromJournal: number;
  /** Answers of this run that could not be used. */
  badAnswers: number;
}

/** What a task may cost, before its answer says. */
export function costOf(run: Run, tasks: readonly Task[]): number {
  return run.engine.fake ? 0 : charactersOf(tasks);
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
