import { request } from 'undici';
import { exitStatus, UserError } from '../errors.ts';
import type { Message } from '../model.ts';
import { dispatcherFor } from './dispatchers.ts';

export interface DownloadLimits {
  /** Longest that is read. */
  readonly bytes: number;
  /** From the first byte sent to the last one read. */
  readonly seconds: number;
  readonly signal: AbortSignal;
}

/** A file as it stands on a server. No redirects, nothing decoded, no second try. Throws `UserError` for all but the whole file. */
export async function download(url: URL, { bytes, seconds, signal }: DownloadLimits): Promise<Uint8Array> {
  const ended = new AbortController();
  const end = () => ended.abort();
  const timer = setTimeout(end, seconds * 1000);
  signal.addEventListener('abort', end, { once: true });
  if (signal.aborted) end();
  try {
    const {
      statusCode: status,
      headers,
      body,
    } = await request(url, {
      headers: { 'accept-encoding': 'identity' },
      dispatcher: dispatcherFor(url),
      signal: ended.signal,
      reset: true,
      headersTimeout: longestSilence,
      bodyTimeout: longestSilence,
    });
    body.on('error', () => undefined);
    if (status !== 200) throw refuse({ id: 'models.status', values: { url: url.href, status } });
    const isCoded = !['identity', 'gzip'].includes(String(headers['content-encoding'] ?? 'identity'));
    if (isCoded) throw refuse({ id: 'models.encoding', values: { url: url.href } });
    return await readAll(body, { url, bytes });
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw refuse({ id: 'models.download', values: { url: url.href, code: codeOf(error) } });
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', end);
    end();
  }
}

/** Milliseconds. */
const longestSilence = 30_000;

interface Expected {
  readonly url: URL;
  readonly bytes: number;
}

async function readAll(body: AsyncIterable<Uint8Array>, { url, bytes }: Expected): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > bytes) throw refuse({ id: 'models.too_long', values: { url: url.href, bytes } });
  }
  return Buffer.concat(chunks);
}

function codeOf(error: unknown): string {
  return String((error as { code?: unknown }).code ?? (error as Error).name);
}

function refuse(text: Message): UserError {
  return new UserError(text, { hint: { id: 'models.download.hint' }, status: exitStatus.incomplete });
}
