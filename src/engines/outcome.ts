import type { ExitStatus } from '../errors.ts';
import type { Message } from '../model.ts';

/** What became of one request. */
export type Result =
  | { readonly kind: 'answered'; readonly text: string; readonly mended?: readonly string[] | undefined }
  | { readonly kind: 'left'; readonly reason: LeftReason; readonly text: Message };

/**
 * `fault`: the engine failed, the next run may ask again. `budget`: there was no money for it. `quarantined`: a bad answer
 * was paid, in this run or an earlier one; nobody asks again by himself. `unusable`: an engine for tests gave a bad answer. `unsendable`: no engine can take it.
 * `interrupted`: the run ended first.
 */
export type LeftReason = 'fault' | 'budget' | 'quarantined' | 'unusable' | 'unsendable' | 'interrupted';

/** How far a run is. */
export interface Progress {
  /** Id of the engine that is asked. */
  readonly engine: string;
  /** Texts that have a result, of all. */
  readonly done: number;
  readonly total: number;
  /** Billed so far. */
  readonly characters: number;
  /** What that costs; absent where nobody knows the price. */
  readonly cost?: number | undefined;
  readonly currency?: string | undefined;
}

/** What a run of `translateRequests` did. Counts of characters are Unicode code points. */
export interface Outcome {
  /** One a request, in order. */
  readonly results: readonly Result[];
  /** Characters billed by answers that came in this run. */
  readonly billed: number;
  /** What they cost, in the currency of the engine's price; absent where it has none. */
  readonly cost?: number | undefined;
  /** Characters sent again although an earlier request may have been billed for them. */
  readonly perhapsPaidTwice: number;
  /** Requests sent. */
  readonly requests: number;
  /** Texts whose answer had been paid before. */
  readonly fromJournal: number;
  /** Answers in which a placeholder was put right; the journal says which. */
  readonly mended: number;
  /** For the exit: fine, incomplete, budget, usage, disk or interrupted. */
  readonly status: ExitStatus;
  /** What ended the run early; `hint` says what to do. */
  readonly stopped?: Stop | undefined;
}

export interface Stop {
  readonly status: ExitStatus;
  readonly text: Message;
  readonly hint?: Message | undefined;
}
