import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import type { Decide, DocumentView, Save } from '../../src/review/api.ts';
import { tokenHeader } from '../../src/review/api.ts';
import { memory, overviewOf, pageWords, previewOf } from './page-answers.ts';
import { decided } from './page-decisions.ts';

/** Answers the page as its contract says, from plain data in memory. */
export interface PageServer {
  /** With the token. */
  readonly url: string;
  readonly origin: string;
  /** By path; a test may put others there. */
  readonly documents: Map<string, DocumentView>;
  /** What was posted. */
  readonly posted: { readonly path: string; readonly body: unknown }[];
  /** As if the file had changed on disk. */
  changeOnDisk(view: DocumentView): void;
  /** Ends the streams of events and refuses everything. */
  lose(): void;
  find(): void;
  close(): Promise<void>;
}

export interface PageServerOptions {
  readonly project?: string;
  /** In place of the document's own. */
  readonly preview?: string;
  /** Korean for screenshots. */
  readonly fonts?: boolean;
}

const require = createRequire(import.meta.url);
const fonts = dirname(require.resolve('@fontsource-variable/noto-sans-kr/index.css'));
const token = 'a'.repeat(43);
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  css: 'text/css',
};

export async function servePage(views: readonly DocumentView[], options: PageServerOptions = {}): Promise<PageServer> {
  const documents = new Map(views.map((view) => [view.path, view]));
  const before = new Map<string, DocumentView[]>();
  const posted: PageServer['posted'][number][] = [];
  const streams = new Set<ServerResponse>();
  let isLost = false;

  const server = createServer((request, response) => {
    void answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (!url.pathname.startsWith('/api/')) return sendFile(url.pathname, response, options.fonts ?? false);
    if (isLost) return void response.destroy();
    if (request.headers[tokenHeader] !== token) return send(response, 401, { error: 'Unexpected token' });
    if (url.pathname === '/api/events') {
      streams.add(response.writeHead(200, { 'content-type': 'application/x-ndjson' }));
      response.write('\n');
      return;
    }
    const body = request.method === 'POST' ? JSON.parse(await textOf(request)) : undefined;
    if (body !== undefined) posted.push({ path: url.pathname, body });
    const { status, value } = body === undefined ? read(url) : write(url.pathname, body);
    send(response, status, value);
  }

  function read(url: URL): Answer {
    const path = url.searchParams.get('path') ?? '';
    const view = documents.get(path);
    switch (url.pathname) {
      case '/api/messages':
        return ok(pageWords(url.searchParams.get('language') ?? 'en'));
      case '/api/overview':
        return ok(overviewOf([...documents.values()], options.project ?? 'redaktion'));
      case '/api/matches':
        return ok({ matches: memory.map((pair, index) => ({ ...pair, similarity: 92 - 7 * index })) });
      case '/api/concordance':
        return ok({ hits: memory, more: 3 });
      case '/api/preview':
        return view
          ? ok({ html: options.preview ?? previewOf(view) })
          : { status: 404, value: { error: 'No such document' } };
      default:
        return view ? ok(view) : { status: 404, value: { error: `Unexpected document ${path}` } };
    }
  }

  function write(path: string, body: unknown): Answer {
    if (path === '/api/save')
      return ok({ commit: '5c0e77d1a2b3c4d5', files: 2, isPushed: (body as Save).push ?? false });
    const wanted = body as Decide;
    const view = documents.get(wanted.path);
    if (view === undefined) return { status: 404, value: { error: 'No such document' } };
    if (view.revision !== wanted.revision) return { status: 409, value: { error: 'Outdated', document: view } };
    const past = before.get(view.path) ?? [];
    const next = path === '/api/undo' ? past.at(-1) : decided(view, wanted.decisions);
    before.set(view.path, path === '/api/undo' ? past.slice(0, -1) : [...past, view]);
    const written: DocumentView = {
      ...(next ?? view),
      revision: `${Number(view.revision) + 1}`,
      canUndo: (before.get(view.path) ?? []).length > 0,
      unsaved: 2,
    };
    documents.set(view.path, written);
    return ok(written);
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const endStreams = (): void => {
    for (const stream of streams) stream.destroy();
    streams.clear();
  };
  return {
    url: `${origin}/#token=${token}`,
    origin,
    documents,
    posted,
    changeOnDisk(view) {
      documents.set(view.path, { ...view, revision: `${Number(view.revision) + 100}` });
      for (const stream of streams) stream.write(`${JSON.stringify({ changed: [view.path] })}\n`);
    },
    lose() {
      isLost = true;
      endStreams();
    },
    find() {
      isLost = false;
    },
    close() {
      endStreams();
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

interface Answer {
  readonly status: number;
  readonly value: unknown;
}

const ok = (value: unknown): Answer => ({ status: 200, value });

function sendFile(path: string, response: ServerResponse, hasFonts: boolean): void {
  const name = path === '/' ? 'index.html' : path.slice(1);
  const isFont = hasFonts && name.startsWith('fonts/');
  const isKnown = ['index.html', 'page.js', 'page.css'].includes(name);
  if (!isKnown && !isFont) return void response.writeHead(404).end();
  const file = isFont ? join(fonts, name.slice('fonts/'.length)) : `dist/review/${name}`;
  let bytes: string | Buffer = readFileSync(file);
  if (hasFonts && name === 'index.html') bytes = `${bytes}<link rel="stylesheet" href="/fonts/index.css">`;
  if (isFont && name.endsWith('.css')) bytes = String(bytes).replaceAll("'Noto Sans KR Variable'", "'Noto Sans KR'");
  response.writeHead(200, {
    'content-type': types[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream',
    'content-security-policy': hasFonts ? `${policy}; font-src 'self'` : policy,
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
  });
  response.end(bytes);
}

function send(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk;
  return text;
}
