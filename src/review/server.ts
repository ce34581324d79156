import { randomBytes } from 'node:crypto';
import type { Speaker } from '../messages/index.ts';
import type { PageFile } from '../store/review-page.ts';
import { answerRequest, type House } from './answer-request.ts';
import { listenHere } from './listen.ts';
import type { Session } from './session.ts';

/** What the page is served with. */
export interface ServerOptions {
  readonly session: Session;
  readonly page: ReadonlyMap<string, PageFile>;
  readonly speaker: Speaker;
  /** Any free one where none is named. */
  readonly port?: number | undefined;
  /** Milliseconds, after which the server ends if no page is open and nobody asks anything. */
  readonly idle?: number | undefined;
  onError(error: unknown): void;
}

export interface ReviewServer {
  /** With the token, which stands nowhere else: whoever knows the address may decide. */
  readonly url: string;
  /** Closed by somebody, or because nobody came. */
  readonly closed: Promise<void>;
  close(): void;
}

const halfAnHour = 30 * 60_000;

/** The review page, for this machine alone. Throws `UserError` where the port is taken. */
export async function createReviewServer(options: ServerOptions): Promise<ReviewServer> {
  const { session, page, speaker, idle = halfAnHour, onError } = options;
  const door = { port: 0, token: randomBytes(32).toString('base64url') };
  let visited = performance.now();
  const onVisit = () => {
    visited = performance.now();
  };
  const house: House = { session, page, speaker, door, onVisit, onError };
  const listening = await listenHere(options.port ?? 0, (...exchange) => void answerRequest(...exchange, house));
  door.port = listening.port;
  let ended = () => {};
  const closed = new Promise<void>((resolve) => {
    ended = resolve;
  });
  const isIdle = () => session.listeners.size === 0 && performance.now() - visited > idle;
  const timer = setInterval(() => isIdle() && close(), Math.min(idle, 10_000));
  const close = () => {
    clearInterval(timer);
    listening.close();
    session.close();
    ended();
  };
  return { url: `http://127.0.0.1:${door.port}/#${door.token}`, closed, close };
}
