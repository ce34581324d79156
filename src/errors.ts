import type { Message, Place } from './model.ts';

/** Exit statuses of the command line (README.md). */
export const exitStatus = {
  fine: 0,
  findings: 1,
  usage: 2,
  incomplete: 3,
  budget: 4,
  locked: 5,
  damaged: 6,
  disk: 7,
  interrupted: 130,
  terminated: 143,
  /** Our own mistake, with a stack trace (EX_SOFTWARE). */
  internal: 70,
} as const;
export type ExitStatus = (typeof exitStatus)[keyof typeof exitStatus];

/** A user is wrong: says what was unexpected, what was expected, where, and what to do. No stack trace is shown. */
export class UserError extends Error {
  readonly text: Message;
  readonly place: Partial<Place>;
  readonly hint: Message | undefined;
  readonly status: ExitStatus;

  constructor(text: Message, more: { place?: Partial<Place>; hint?: Message; status?: ExitStatus } = {}) {
    super(`${text.id} ${JSON.stringify(text.values ?? {})}`);
    this.name = 'UserError';
    this.text = text;
    this.place = more.place ?? {};
    this.hint = more.hint;
    this.status = more.status ?? exitStatus.usage;
  }
}

/**
 * An engine did not do its work. `billing`: what was asked is surely unpaid (`refused`) or perhaps paid (`unknown`).
 * `remedy`: asking `again` may help, a smaller batch may (`split`), nothing will in this run (`stop`).
 */
export class EngineFault extends Error {
  readonly text: Message;
  readonly billing: 'refused' | 'unknown';
  readonly remedy: 'again' | 'split' | 'stop';
  /** Milliseconds to wait before any further request, where the engine said so. */
  readonly retryAfter: number | undefined;
  readonly hint: Message | undefined;
  readonly status: ExitStatus;

  constructor(
    text: Message,
    more: {
      billing: EngineFault['billing'];
      remedy: EngineFault['remedy'];
      retryAfter?: number | undefined;
      hint?: Message | undefined;
      status?: ExitStatus;
    },
  ) {
    super(`${text.id} ${JSON.stringify(text.values ?? {})}`);
    this.name = 'EngineFault';
    this.text = text;
    this.billing = more.billing;
    this.remedy = more.remedy;
    this.retryAfter = more.retryAfter;
    this.hint = more.hint;
    this.status = more.status ?? exitStatus.incomplete;
  }
}
