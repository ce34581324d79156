import type { Readable } from 'node:stream';
import type { Dispatcher } from 'undici';
import { EngineFault, exitStatus } from '../errors.ts';
import type { Message } from '../model.ts';
import { damaged, type Exchange } from './exchange.ts';
import { reveals } from './reveals.ts';
import { statusFault } from './status.ts';

/** The JSON text of a whole answer of status 200–299; throws `EngineFault` for any other. */
export async function readReply(reply: Dispatcher.ResponseData, exchange: Exchange): Promise<string> {
  reply.body.on('error', () => undefined);
  try {
    return await readAnswer(reply, exchange);
  } finally {
    // A body that nobody reads to its end keeps its connection, and with it the process, as long as the server likes.
    reply.body.destroy();
  }
}

async function readAnswer(reply: Dispatcher.ResponseData, exchange: Exchange): Promise<string> {
  const { statusCode: status, headers, body } = reply;
  if (status < 200 || status > 299) throw statusFault({ status, headers, text: await readWords(reply) }, exchange);
  const encoding = headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity') throw refuse({ id: 'engine.fault.encoding', values: { engine: exchange.engine } });
  if (status === noContent) return '';
  if (!isJson(headers['content-type'])) throw damaged(exchange);
  const bytes = await readBytes(body, exchange.bytes);
  if (bytes === undefined) {
    const { engine, bytes: limit } = exchange;
    throw refuse({ id: 'engine.fault.too_long', values: { engine, bytes: limit } });
  }
  const text = decode(bytes, exchange);
  if (!reveals(text, exchange.key)) return text;
  const { engine, variable } = exchange;
  throw refuse(
    { id: 'engine.fault.hostile', values: { engine } },
    { id: 'engine.fault.hostile.hint', values: { variable } },
  );
}

const noContent = 204;

/** What the server says of its refusal, if that is JSON and short; anything else is not even read. */
async function readWords({ headers, body }: Dispatcher.ResponseData): Promise<string> {
  const readable = isJson(headers['content-type']) && headers['content-encoding'] === undefined;
  const bytes = readable ? await readBytes(body, 16_384).catch(() => undefined) : undefined;
  return bytes?.toString('utf8') ?? '';
}

/** `undefined`: longer than `limit`; the rest is not read. */
async function readBytes(body: Readable, limit: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > limit) return undefined;
  }
  return Buffer.concat(chunks);
}

function decode(bytes: Buffer, exchange: Exchange): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw damaged(exchange);
  }
}

function isJson(contentType: string | string[] | undefined): boolean {
  return typeof contentType === 'string' && /^application\/json\s*(?:;|$)/iu.test(contentType);
}

/** Whoever answers like this is not the service that was meant: asking on would only pay more. */
function refuse(text: Message, hint?: Message): EngineFault {
  return new EngineFault(text, { billing: 'unknown', remedy: 'stop', status: exitStatus.usage, hint });
}
