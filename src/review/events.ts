import type { ServerResponse } from 'node:http';
import type { ChangedEvent } from './api.ts';
import type { Session } from './session.ts';

/** Milliseconds: so long a page may wait to see that its server is gone. */
const pulse = 15_000;

/** A line for each change, and an empty one now and then, as long as the page is open. */
export function streamEvents({ listeners }: Session, response: ServerResponse): void {
  const send = (changed: readonly string[]) => {
    const event: ChangedEvent = { changed };
    response.write(`${JSON.stringify(event)}\n`);
  };
  const timer = setInterval(() => response.write('\n'), pulse);
  listeners.add(send);
  response.on('close', () => {
    clearInterval(timer);
    listeners.delete(send);
  });
  response.write('\n');
}
