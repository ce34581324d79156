import type { IncomingMessage } from 'node:http';

/** Bytes. A decision has a few hundred. */
const most = 1_000_000;

/** What was posted, or the status that it is refused with. What comes after too much is not read; the answer still goes out. */
export async function readJson(request: IncomingMessage): Promise<{ readonly value: unknown } | number> {
  if (Number(request.headers['content-length'] ?? 0) > most) return 413;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > most) return 413;
    chunks.push(chunk);
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
    return { value: JSON.parse(text) };
  } catch {
    return 400;
  }
}
