import { Readable } from 'node:stream';
import { request } from 'undici';
import { EngineFault } from '../errors.ts';
import type { Message } from '../model.ts';
import { connectTimeout, dispatcherFor } from './dispatchers.ts';
import type { Exchange } from './exchange.ts';
import { readReply } from './http-reply.ts';

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
}

/**
 * One paid request and the JSON text that answers it.
 *
 * No redirects, no compression, no second try, no keep-alive: a connection that idled may be closed by the server at the
 * very moment we send, and nobody could say whether that request was billed. Throws `EngineFault` for everything that is
 * no whole answer of status 200–299.
 */
export async function exchangeHttp(call: HttpRequest, exchange: Exchange): Promise<string> {
  const watch = startWatch(exchange);
  try {
    const reply = await request(call.url, {
      method: call.method,
      headers: { ...call.headers, ...bodyHeaders(call), 'accept-encoding': 'identity' },
      body: bodyOf(call, watch),
      dispatcher: dispatcherFor(new URL(call.url)),
      signal: watch.signal,
      reset: true,
      headersTimeout: 0,
      bodyTimeout: 0,
    });
    return await readReply(reply, exchange);
  } catch (error) {
    throw error instanceof EngineFault ? error : brokenOff(error, watch, { ...exchange, host: new URL(call.url).host });
  } finally {
    watch.end();
  }
}

interface Watch {
  readonly signal: AbortSignal;
  /** Nothing is billed before the body is on its way. */
  sent: boolean;
  late: boolean;
  readonly sending: () => void;
  /** Whatever of the exchange is left is given up. */
  readonly end: () => void;
}

/** Our own controller instead of AbortSignal.any: on Node 20 that one is collected while it is waited for. */
function startWatch({ deadline, signal }: Exchange): Watch {
  const controller = new AbortController();
  const abort = () => controller.abort();
  const endIn = (milliseconds: number) =>
    setTimeout(() => {
      watch.late = true;
      abort();
    }, milliseconds);
  let timer = endIn(sendingTimeout);
  const watch: Watch = {
    signal: controller.signal,
    sent: false,
    late: false,
    sending() {
      watch.sent = true;
      clearTimeout(timer);
      timer = endIn(deadline);
    },
    end() {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
      abort();
    },
  };
  signal.addEventListener('abort', abort);
  if (signal.aborted) abort();
  return watch;
}

/** A stream, because it is read only once the connection stands. */
function bodyOf({ body }: HttpRequest, watch: Watch): Readable | null {
  if (body === undefined) {
    watch.sending();
    return null;
  }
  return new Readable({
    read() {
      watch.sending();
      this.push(body, 'utf8');
      this.push(null);
    },
  });
}

function bodyHeaders({ body }: HttpRequest): Record<string, string> {
  return body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
}

/** The host is named, as it may be a wrong one; the rest of the address is not. */
interface Asked extends Exchange {
  readonly host: string;
}

function brokenOff(error: unknown, { sent, late }: Watch, asked: Asked): EngineFault {
  const { engine, host, deadline, signal } = asked;
  const hint = sent ? undefined : unreachableHint(asked);
  const fault = (text: Message, remedy: EngineFault['remedy']) =>
    new EngineFault(text, { billing: sent ? 'unknown' : 'refused', remedy, hint });
  const code = late ? 'ETIMEDOUT' : String((error as { code?: unknown }).code ?? (error as Error).name);

  if (signal.aborted) return fault({ id: 'engine.fault.interrupted', values: { engine } }, 'stop');
  if (sent && late) {
    return fault({ id: 'engine.fault.deadline', values: { engine, seconds: Math.round(deadline / 1000) } }, 'again');
  }
  if (sent) return fault({ id: 'engine.fault.lost', values: { engine, code } }, 'again');
  if (isCertificate(code)) return fault({ id: 'engine.fault.certificate', values: { engine, host, code } }, 'stop');
  return fault({ id: 'engine.fault.connection', values: { engine, host, code } }, 'again');
}

function unreachableHint({ addressVariable: variable }: Exchange): Message {
  if (variable === undefined) return { id: 'engine.fault.unreachable.hint' };
  return { id: 'engine.fault.unreachable.address', values: { variable } };
}

/** Node's and OpenSSL's codes for a server that we must not trust; trying again changes nothing. */
function isCertificate(code: string): boolean {
  return /^(?:ERR_TLS_|ERR_SSL_|CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH|EPROTO)/u.test(code);
}

/**
 * The client's own timeout speaks first, since its error says what it waited for; this one is for what that does not
 * count: the name's look-up, and a proxy that takes the connection and never opens the way through.
 */
const sendingTimeout = 1.5 * connectTimeout;
