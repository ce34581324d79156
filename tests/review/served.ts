import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createSpeaker } from '../../src/messages/index.ts';
import type { DocumentView } from '../../src/review/api.ts';
import { createReviewServer, openSession } from '../../src/review/index.ts';
import type { PageFile } from '../../src/store/review-page.ts';

/** A project in a git repository of its own, under review. */
export interface Served {
  readonly root: string;
  /** With the token. */
  readonly url: string;
  readonly port: number;
  readonly token: string;
  put(path: string, text: string): void;
  read(path: string): string;
  git(...args: string[]): string;
  get<T>(target: string, headers?: Record<string, string>): Promise<Answer<T>>;
  post<T>(target: string, body: unknown): Promise<Answer<T>>;
  view(path: string): Promise<DocumentView>;
  /** What comes back for these bytes until the connection ends, or for a moment. */
  raw(bytes: string, wait?: number): Promise<string>;
  /** Of all files but git's and the lock. */
  hashes(): string;
  readonly closed: Promise<void>;
  close(): void;
}

export interface Answer<T> {
  readonly status: number;
  readonly body: T;
  readonly headers: Headers;
}

interface Options {
  readonly patience?: number;
  readonly idle?: number;
  readonly paths?: readonly string[];
  /** In place of a page that does nothing. */
  readonly page?: ReadonlyMap<string, PageFile>;
}

export const page: ReadonlyMap<string, PageFile> = new Map(
  ['/', '/index.html', '/page.js'].map((path) => [path, { type: 'text/html', content: Buffer.from('<p>page') }]),
);

export async function serve(files: Readonly<Record<string, string>>, options: Options = {}): Promise<Served> {
  const root = mkdtempSync(join(tmpdir(), 'wordferry-review-'));
  const put = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  for (const [path, text] of Object.entries(files)) put(path, text);
  const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: 'pipe' });
  git('init', '--quiet', '-b', 'main');
  git('config', 'user.name', 'Anna Beispiel');
  git('config', 'user.email', 'anna@example.org');
  put('.gitignore', '.wordferry/\n');
  git('add', '-A');
  git('commit', '--quiet', '-m', 'begin');
  const onError = (error: unknown) => {
    throw error;
  };
  const session = await openSession({ root, paths: options.paths ?? [] }, { patience: options.patience, onError });
  const speaker = createSpeaker('en', {});
  const shown = options.page ?? page;
  const server = await createReviewServer({ session, page: shown, speaker, idle: options.idle, onError });
  const { port: name, hash } = new URL(server.url);
  const [port, token] = [Number(name), hash.slice(1)];
  const origin = `http://127.0.0.1:${port}`;
  const own = { 'x-wordferry-token': token };
  const answer = async <T>(response: Response): Promise<Answer<T>> => {
    const text = await response.text();
    return {
      status: response.status,
      body: (text === '' ? undefined : JSON.parse(text)) as T,
      headers: response.headers,
    };
  };
  const get: Served['get'] = async (target, headers = {}) =>
    answer(await fetch(origin + target, { headers: { ...own, ...headers } }));
  return {
    root,
    url: server.url,
    port,
    token,
    put,
    read: (path) => readFileSync(join(root, path), 'utf8'),
    git,
    get,
    async post(target, body) {
      const headers = { ...own, origin, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' };
      return answer(await fetch(origin + target, { method: 'POST', headers, body: JSON.stringify(body) }));
    },
    view: async (path) => (await get<DocumentView>(`/api/document?path=${encodeURIComponent(path)}`)).body,
    raw: (bytes, wait) => raw(port, bytes, wait),
    hashes: () => hashesOf(root),
    closed: server.closed,
    close() {
      server.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

function raw(port: number, bytes: string, wait = 1_500): Promise<string> {
  return new Promise((resolve) => {
    let heard = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    const timer = setTimeout(() => socket.destroy(), wait);
    socket.on('data', (data) => {
      heard += data.toString('latin1');
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearTimeout(timer);
      resolve(heard);
    });
  });
}

function hashesOf(root: string): string {
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (name) => !/^\.git\/|^\.wordferry\/(?:lock|memory-)/.test(name) && statSync(join(root, name)).isFile(),
  );
  const hash = createHash('sha256');
  for (const name of names.sort()) hash.update(name).update(readFileSync(join(root, name)));
  return hash.digest('hex');
}
