import { EngineFault, exitStatus } from '../errors.ts';
import type { Message } from '../model.ts';
import { repeatsAny } from './repeats.ts';
import { parseRetryAfter } from './retry-after.ts';

/** An answer that is no translation. */
export interface Refusal {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** The body if it is JSON, else `''`. */
  readonly text: string;
}

interface Asker {
  readonly engine: string;
  readonly variable: string;
  readonly secrets: readonly string[];
}

/** What an HTTP status means for money and for what to do next. */
export function statusFault(refusal: Refusal, asker: Asker): EngineFault {
  const { engine, variable } = asker;
  const { status, headers } = refusal;
  const fault = (id: Message['id'], more: ConstructorParameters<typeof EngineFault>[1]) =>
    new EngineFault({ id, values: { engine, status, variable, words: wordsOf(refusal, asker) } }, more);
  const stop = { billing: 'refused', remedy: 'stop', status: exitStatus.usage } as const;

  if (status === 401 || status === 403) return fault('engine.fault.key', stop);
  if (status === 413) return fault('engine.fault.size', { billing: 'refused', remedy: 'split' });
  if (status === 456) return fault('engine.fault.quota', { ...stop, status: exitStatus.budget });
  if (status === 429 || status === 503 || status === 529) {
    return fault('engine.fault.busy', { billing: 'refused', remedy: 'again', retryAfter: parseRetryAfter(headers) });
  }
  if (status >= 300 && status < 400) return fault('engine.fault.redirect', stop);
  if (status >= 400 && status < 500) return fault('engine.fault.request', stop);
  return fault('engine.fault.server', { billing: 'unknown', remedy: 'again' });
}

/** `: Value for "target_lang" not supported.`, or nothing where a piece of a secret or of a text of ours is in it. */
function wordsOf({ text }: Refusal, { secrets }: Asker): string {
  const message = messageOf(text);
  if (message === undefined || repeatsAny(message, secrets)) return '';
  return `: ${message.replace(/[^\p{L}\p{M}\p{N}\p{P}\p{S} ]/gu, ' ').slice(0, 200)}`;
}

function messageOf(text: string): string | undefined {
  try {
    const { message } = JSON.parse(text);
    return typeof message === 'string' ? message : undefined;
  } catch {
    return undefined;
  }
}
