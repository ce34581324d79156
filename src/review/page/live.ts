import type { ChangedEvent } from '../api.ts';
import { isLost, request } from './server.ts';

/** Longest wait before a lost server is asked for again, in milliseconds. */
const patience = 10_000;

/** Tells which documents changed on disk, as long as the page is open; all of them (`undefined`) after the server was lost. */
export async function watchDisk(changed: (paths: readonly string[] | undefined) => void): Promise<never> {
  let hasLost = false;
  for (let wait = 500; ; wait = Math.min(wait * 2, patience)) {
    try {
      const response = await request('/api/events', {});
      if (response.ok && response.body !== null) {
        if (hasLost) changed(undefined);
        wait = 500;
        await readLines(response.body, (line) => changed((JSON.parse(line) as ChangedEvent).changed));
      }
    } catch {
      // Asked for again below, whatever it was.
    }
    hasLost = true;
    isLost.value = true;
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}

async function readLines(body: ReadableStream<Uint8Array>, take: (line: string) => void): Promise<void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    const lines = (rest + decoder.decode(read.value, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line.trim() !== '') take(line);
  }
}
