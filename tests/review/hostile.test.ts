import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Served, serve } from './served.ts';
import { translated } from './translated.ts';

let served: Served;
let before: string;
/** What would accept all sentences, if it were let in. */
let wish: string;

beforeAll(async () => {
  served = await serve({
    ...translated('a.txt', [['Der Hund bellt.', 'The dog barks.']]),
    'secret.txt': 'nobody may read this',
  });
  const { path, revision } = await served.view('translations/en/a.txt');
  wish = JSON.stringify({ path, revision, decisions: 'clean' });
  before = served.hashes();
});
afterAll(() => served.close());

interface Request {
  readonly line?: string;
  /** In the place of those of the page, by their names; several values are several lines, none is none. */
  readonly headers?: Readonly<Record<string, readonly string[]>>;
  readonly body?: string;
}

const own = () => `127.0.0.1:${served.port}`;

/** A decision as the page sends it, but for what is given. `PORT` and `TOKEN` are the server's. */
function bytesOf({ line = 'POST /api/decide HTTP/1.1', headers = {}, body = wish }: Request): string {
  const usual: Readonly<Record<string, readonly string[]>> = {
    Host: [own()],
    Origin: [`http://${own()}`],
    'X-Wordferry-Token': [served.token],
    'Content-Type': ['application/json'],
    'Content-Length': [String(Buffer.byteLength(body))],
    'Sec-Fetch-Site': ['same-origin'],
  };
  const lines = Object.entries({ ...usual, ...headers }).flatMap(([name, values]) =>
    values.map((value) => `${name}: ${value}`),
  );
  return [line, ...lines, '', body]
    .join('\r\n')
    .replaceAll('PORT', String(served.port))
    .replaceAll('TOKEN', served.token);
}

const read: Request = {
  line: 'GET /api/overview HTTP/1.1',
  headers: { Origin: [], 'Content-Type': [], 'Content-Length': [] },
  body: '',
};
const get = (line: string, headers: Request['headers'] = {}): Request => ({
  ...read,
  line,
  headers: { ...read.headers, ...headers },
});
const post = (headers: Request['headers']): Request => ({ headers });

const rows: readonly [what: string, request: Request, status: number][] = [
  ['another Host (DNS rebinding)', post({ Host: ['evil.test:PORT'], Origin: ['http://evil.test:PORT'] }), 421],
  ['no Host', post({ Host: [] }), 421],
  ['two Hosts, ours first', post({ Host: ['127.0.0.1:PORT', 'evil.test'] }), 421],
  ['the same Host twice', post({ Host: ['127.0.0.1:PORT', '127.0.0.1:PORT'] }), 421],
  ['a Host without the port', post({ Host: ['127.0.0.1'] }), 421],
  ['a Host with another port', post({ Host: ['127.0.0.1:1'] }), 421],
  ['another address of this machine', post({ Host: ['0.0.0.0:PORT'] }), 421],
  ['the address as a number', post({ Host: ['2130706433:PORT'] }), 421],
  ['a Host that ends like ours', post({ Host: ['evil.localhost:PORT'] }), 421],
  ['a Host with a dot behind', post({ Host: ['localhost.:PORT'] }), 421],
  ['a Host with a name before', post({ Host: ['me@127.0.0.1:PORT'] }), 421],
  ['a foreign Host that asks to read', get('GET /api/overview HTTP/1.1', { Host: ['evil.test'] }), 421],
  ['a foreign Host that asks for the page', get('GET / HTTP/1.1', { Host: ['evil.test'] }), 421],
  ['a foreign Host that asks what it may', get('OPTIONS /api/decide HTTP/1.1', { Host: ['evil.test'] }), 421],
  ['HTTP/1.0 without a Host', get('GET / HTTP/1.0', { Host: [] }), 421],
  ['another Origin', post({ Origin: ['http://evil.test'] }), 403],
  ['no Origin', post({ Origin: [] }), 403],
  ['the Origin of a file', post({ Origin: ['null'] }), 403],
  ['two Origins', post({ Origin: ['http://127.0.0.1:PORT', 'http://evil.test'] }), 403],
  ['an Origin with our address in front', post({ Origin: ['http://127.0.0.1:PORT.evil.test'] }), 403],
  ['an Origin with another port', post({ Origin: ['http://127.0.0.1:1'] }), 403],
  ['an Origin over https', post({ Origin: ['https://127.0.0.1:PORT'] }), 403],
  ['another site, as the browser says', post({ 'Sec-Fetch-Site': ['cross-site'] }), 403],
  ['the same site, which is not the same origin', post({ 'Sec-Fetch-Site': ['same-site'] }), 403],
  ['a foreign Origin that asks to read', get('GET /api/overview HTTP/1.1', { Origin: ['http://evil.test'] }), 403],
  ['a foreign site that asks to read', get('GET /api/overview HTTP/1.1', { 'Sec-Fetch-Site': ['cross-site'] }), 403],
  ['a preflight', get('OPTIONS /api/decide HTTP/1.1', { 'Access-Control-Request-Method': ['POST'] }), 403],
  ['a preflight of everything', get('OPTIONS * HTTP/1.1'), 403],
  ['no token', post({ 'X-Wordferry-Token': [] }), 401],
  ['a wrong token', post({ 'X-Wordferry-Token': ['A'.repeat(43)] }), 401],
  ['an empty token', post({ 'X-Wordferry-Token': [''] }), 401],
  ['the beginning of the token', post({ 'X-Wordferry-Token': ['TOKEN'.slice(0, 3)] }), 401],
  ['the token and a wrong one', post({ 'X-Wordferry-Token': ['TOKEN', 'A'] }), 401],
  [
    'the token in a cookie and the address',
    { ...post({ 'X-Wordferry-Token': [], Cookie: ['token=TOKEN'] }), line: 'POST /api/decide?token=TOKEN HTTP/1.1' },
    401,
  ],
  ['no token, to read', get('GET /api/overview HTTP/1.1', { 'X-Wordferry-Token': [] }), 401],
  ['no token, to listen', get('GET /api/events HTTP/1.1', { 'X-Wordferry-Token': [] }), 401],
  ['a form', post({ 'Content-Type': ['application/x-www-form-urlencoded'] }), 415],
  ['a text, as forms can send it', post({ 'Content-Type': ['text/plain'] }), 415],
  ['a text that mentions JSON', post({ 'Content-Type': ['text/plain; application/json'] }), 415],
  ['no type', post({ 'Content-Type': [] }), 415],
  ['two types', post({ 'Content-Type': ['application/json', 'text/plain'] }), 415],
  ['a compressed body', post({ 'Content-Encoding': ['gzip'] }), 415],
  ['a decision by GET', get('GET /api/decide HTTP/1.1'), 405],
  ['a decision by PUT', get('PUT /api/decide HTTP/1.1'), 405],
  ['a decision by DELETE', get('DELETE /api/decide HTTP/1.1'), 405],
  ['a method that there is not', get('BREW /api/decide HTTP/1.1'), 400],
  ['TRACE', get('TRACE /api/overview HTTP/1.1'), 405],
  ['the page by POST', { line: 'POST /index.html HTTP/1.1' }, 405],
  ['the page by DELETE', get('DELETE /index.html HTTP/1.1'), 405],
  ['an overview by POST', { line: 'POST /api/overview HTTP/1.1' }, 405],
  ['a path of no page', get('GET /secret.txt HTTP/1.1'), 404],
  ['a path upwards', get('GET /../secret.txt HTTP/1.1'), 404],
  ['a path upwards in disguise', get('GET /%2e%2e/%2e%2e/secret.txt HTTP/1.1'), 404],
  ['a path upwards behind the page', get('GET /index.html/../../package.json HTTP/1.1'), 404],
  ['a path with backslashes', get('GET /..\\..\\secret.txt HTTP/1.1'), 404],
  ['a path with a NUL', get('GET /index.html%00.js HTTP/1.1'), 404],
  ['a path with two slashes', get('GET //evil.test/ HTTP/1.1'), 404],
  ['a name of every object', get('GET /api/__proto__ HTTP/1.1'), 404],
  ['a function of every object', get('GET /api/constructor HTTP/1.1'), 404],
  ['a whole address, as proxies get it', get('GET http://127.0.0.1:PORT/api/overview HTTP/1.1'), 400],
  ['a whole address of somebody else', get('GET http://evil.test/ HTTP/1.1'), 400],
  ['an upgrade', get('GET /api/overview HTTP/1.1', { Connection: ['Upgrade'], Upgrade: ['websocket'] }), 400],
  ['a body where none belongs', { ...get('GET /api/overview HTTP/1.1', { 'Content-Length': ['2'] }), body: '{}' }, 400],
  [
    'a chunked body where none belongs',
    { ...get('GET / HTTP/1.1', { 'Transfer-Encoding': ['chunked'] }), body: '0\r\n\r\n' },
    400,
  ],
  ['two lengths', post({ 'Content-Length': ['2', '3'] }), 400],
  ['a length and chunks', post({ 'Content-Length': ['2'], 'Transfer-Encoding': ['chunked'] }), 400],
  ['a length that is none', post({ 'Content-Length': ['-1'] }), 400],
  ['a header with a line in it', post({ 'X-A': ['a\nX-Wordferry-Token: TOKEN'] }), 400],
  ['a body that is too long, as it says', post({ 'Content-Length': ['1000001'] }), 413],
  [
    'a chunked body that is too long',
    {
      headers: { 'Content-Length': [], 'Transfer-Encoding': ['chunked'] },
      body: `F4241\r\n${' '.repeat(1_000_001)}\r\n0\r\n\r\n`,
    },
    413,
  ],
  ['headers without an end', post({ 'X-A': ['a'.repeat(20_000)] }), 431],
  ['an address without an end', get(`GET /${'a'.repeat(20_000)} HTTP/1.1`), 431],
  ['no JSON', { body: '{' }, 400],
  ['no UTF-8', { headers: { 'Content-Length': ['1'] }, body: '\uD800' }, 400],
  ['JSON that is no decision', { body: '[]' }, 400],
  ['a field too many', { body: '{"path":"","revision":"","decisions":"clean","force":true}' }, 400],
  ['the prototype as a field', { body: '{"__proto__":{"path":"a"},"revision":"","decisions":"clean"}' }, 400],
  ['a decision of no kind', { body: '{"path":"","revision":"","decisions":[{"id":"a","kind":"delete"}]}' }, 400],
  ['JSON that is deep', { body: '['.repeat(100_000) }, 400],
  ['a document of no project', { body: '{"path":"/etc/passwd","revision":"","decisions":"clean"}' }, 422],
  [
    'a document outside',
    { body: '{"path":"translations/en/../../secret.txt","revision":"","decisions":"clean"}' },
    422,
  ],
  [
    'a review file as a document',
    { body: '{"path":"translations/en/a.txt.review.yaml","revision":"","decisions":"clean"}' },
    422,
  ],
  ['no HTTP at all', { line: 'hello' }, 400],
  ['TLS', { line: '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03' }, 400],
];

describe('what a hostile page or program sends is refused, and changes no file', () => {
  test.each(rows)('%s', async (_, request, status) => {
    const answer = await served.raw(bytesOf(request));
    expect(answer.slice(0, 12)).toBe(`HTTP/1.1 ${status}`);
    expect(answer).not.toMatch(/access-control-/i);
    expect(answer).not.toContain('nobody may');
    if (status === 421) expect(answer.endsWith('\r\n\r\n')).toBe(true);
    expect(served.hashes()).toBe(before);
  });

  test('a connection that was refused is closed: what follows on it is not heard', async () => {
    const answer = await served.raw(bytesOf(post({ Host: ['evil.test'] })) + bytesOf({}));
    expect(answer.match(/HTTP\/1\.1/g)).toHaveLength(1);
    expect(served.hashes()).toBe(before);
  });

  test('CONNECT gets no answer', async () => {
    expect(await served.raw(bytesOf(get('CONNECT 127.0.0.1:22 HTTP/1.1')))).toBe('');
  });
});

describe('what is slow or too much', () => {
  const waitFor = async (bytes: string) => {
    const begin = performance.now();
    const answer = await served.raw(bytes, 20_000);
    return { answer, seconds: (performance.now() - begin) / 1000 };
  };

  test.concurrent('nothing, half a request line and half a header end after five seconds', async () => {
    for (const { seconds } of await Promise.all(['', 'GET / HT', 'GET / HTTP/1.1\r\nHost: '].map(waitFor)))
      expect(seconds).toBeLessThan(12);
  });

  test.concurrent('half a body ends after ten seconds', async () => {
    const { answer, seconds } = await waitFor(bytesOf({ headers: { 'Content-Length': ['5000'] } }));
    expect(answer).toMatch(/^(?:HTTP\/1\.1 408|$)/);
    expect(seconds).toBeLessThan(16);
  });
});

test('of more than 16 connections those that come last are closed, and the others go on', async () => {
  const first = Array.from({ length: 16 }, () => connect(served.port, '127.0.0.1').on('error', () => undefined));
  await Promise.all(first.map((socket) => new Promise((resolve) => socket.once('connect', resolve))));
  expect(await served.raw(bytesOf(read))).toBe('');
  for (const socket of first) socket.destroy();
  await expect.poll(async () => (await served.raw(bytesOf(read), 500)).slice(0, 12)).toBe('HTTP/1.1 200');
});

describe('what the page itself sends', () => {
  test('is let in by each name of this machine', async () => {
    for (const host of ['127.0.0.1:PORT', '[::1]:PORT', 'localhost:PORT'])
      expect(
        (await served.raw(bytesOf(get('GET /api/overview HTTP/1.1', { Host: [host], Connection: ['close'] })))).slice(
          0,
          12,
        ),
      ).toBe('HTTP/1.1 200');
  });

  test('is answered with headers that let nobody else see or frame it, whatever the answer is', async () => {
    for (const request of [read, get('GET / HTTP/1.1'), get('GET /nothing HTTP/1.1'), post({ Host: ['evil.test'] })]) {
      const answer = (await served.raw(bytesOf(request), 400)).toLowerCase();
      for (const header of [
        "content-security-policy: default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
        'x-content-type-options: nosniff',
        'referrer-policy: no-referrer',
        'cross-origin-opener-policy: same-origin',
        'cross-origin-resource-policy: same-origin',
        'cache-control: no-store',
      ])
        expect(answer).toContain(`\r\n${header}\r\n`);
    }
  });

  test('a path of a request is never looked for on disk', async () => {
    const paths = ['/etc/passwd', '../secret.txt', 'translations/en/../../secret.txt', 'secret.txt', '.git/config'];
    for (const path of [...paths, 'source-de/a.txt', 'translations/en/a.txt.review.yaml']) {
      for (const route of ['document', 'preview', 'matches']) {
        const answer = await served.get<object>(`/api/${route}?path=${encodeURIComponent(path)}&id=a`);
        expect([answer.status, Object.keys(answer.body)]).toEqual([422, ['error']]);
      }
      expect((await served.get(`/${path}`)).status).toBe(404);
    }
  });

  test('the last one: all that was refused would have been done', async () => {
    expect((await served.raw(bytesOf({ headers: { Connection: ['close'] } }))).slice(0, 12)).toBe('HTTP/1.1 200');
    expect(served.read('translations/en/a.txt.review.yaml')).toContain('state: reviewed');
  });
});

describe('the server', () => {
  test('listens to this machine alone, on a port that nobody can know', async () => {
    const other = await serve(translated('a.txt', [['Hallo.', 'Hello.']]));
    expect(other.port).not.toBe(served.port);
    expect(other.token).not.toBe(served.token);
    expect(Buffer.from(other.token, 'base64url')).toHaveLength(32);
    const { networkInterfaces } = await import('node:os');
    const addresses = Object.values(networkInterfaces())
      .flatMap((each) => each ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4');
    for (const { address } of addresses) await expect(fetch(`http://${address}:${other.port}/`)).rejects.toThrow();
    other.close();
  });

  test('ends when nobody came for a while, and not while a page is open', async () => {
    const other = await serve(translated('a.txt', [['Hallo.', 'Hello.']]), { idle: 400 });
    const stop = new AbortController();
    await fetch(`http://127.0.0.1:${other.port}/api/events`, {
      headers: { 'x-wordferry-token': other.token },
      signal: stop.signal,
    });
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect((await other.get('/api/overview')).status).toBe(200);
    stop.abort();
    await other.closed;
    await expect(other.get('/api/overview')).rejects.toThrow();
    other.close();
  });
});
