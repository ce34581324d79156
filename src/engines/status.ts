import { EngineFault, exitStatus } from '../errors.ts';
import type { Message } from '../model.ts';
import { type Exchange, withheld } from './exchange.ts';
import { repeatsAny } from './repeats.ts';
import { parseRetryAfter } from './retry-after.ts';
import { reveals } from './reveals.ts';
import { readServiceError, type ServiceError } from './service-error.ts';

/** An answer that is no translation. */
export interface Refusal {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** The body if it is JSON, else `''`. */
  readonly text: string;
}

type Asker = Pick<Exchange, 'engine' | 'variable' | 'key' | 'secrets' | 'notFound'>;

/** What an HTTP status means for money and for what to do next. */
export function statusFault(refusal: Refusal, asker: Asker): EngineFault {
  const { engine, variable, notFound } = asker;
  const { status, headers } = refusal;
  const error = readServiceError(refusal.text);
  const fault = (id: Message['id'], more: ConstructorParameters<typeof EngineFault>[1]) =>
    new EngineFault({ id, values: { engine, status, variable, words: wordsOf(error, asker) } }, more);
  const stop = { billing: 'refused', remedy: 'stop', status: exitStatus.usage } as const;

  if (status === 401 || status === 403) return fault('engine.fault.key', stop);
  if (isOutOfMoney(status, error)) return fault('engine.fault.quota', { ...stop, status: exitStatus.budget });
  if (isTooLarge(status, error)) return fault('engine.fault.size', { billing: 'refused', remedy: 'split' });
  if (status === 400 && error.codes.includes('content_filter')) return withheld({ engine }, 'refused');
  if (status === 429 || status === 503 || status === 529) {
    return fault('engine.fault.busy', { billing: 'refused', remedy: 'again', retryAfter: parseRetryAfter(headers) });
  }
  if (status >= 300 && status < 400) return fault('engine.fault.redirect', stop);
  if (status === 404) return fault('engine.fault.request', { ...stop, hint: notFound });
  if (status >= 400 && status < 500) return fault('engine.fault.request', stop);
  return fault('engine.fault.server', { billing: 'unknown', remedy: 'again' });
}

/** 456 is DeepL's. OpenAI has one status for too fast and for nothing left to spend. */
function isOutOfMoney(status: number, { codes }: ServiceError): boolean {
  return status === 402 || status === 456 || (status === 429 && codes.includes('insufficient_quota'));
}

/** OpenAI and llama.cpp have codes for it, vLLM and LibreTranslate only words. */
function isTooLarge(status: number, { codes, message = '' }: ServiceError): boolean {
  if (status === 413) return true;
  const isNamed = codes.includes('context_length_exceeded') || codes.includes('exceed_context_size_error');
  return status === 400 && (isNamed || /maximum context length|exceeds text limit/u.test(message));
}

/** `: Value for "target_lang" not supported.`, or nothing where a piece of a secret or of a text of ours is in it. */
function wordsOf({ message }: ServiceError, { key, secrets }: Asker): string {
  if (message === undefined || repeatsAny(message, secrets) || reveals(message, key)) return '';
  return `: ${message.replace(/[^\p{L}\p{M}\p{N}\p{P}\p{S} ]/gu, ' ').slice(0, 200)}`;
}
