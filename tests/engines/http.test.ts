import { getEventListeners } from 'node:events';
import { createServer, type Server } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import type { Exchange } from '../../src/engines/exchange.ts';
import { exchangeHttp } from '../../src/engines/http.ts';
import { parseRetryAfter } from '../../src/engines/retry-after.ts';
import { startFakeDeepL } from './fake-deepl.ts';
import { never } from './fixtures.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const exchange: Exchange = {
  engine: 'deepl',
  variable: 'DEEPL_API_KEY',
  secrets: [],
  deadline: 50,
  bytes: 1000,
  signal: never,
};
const call = {
  method: 'POST',
  headers: { authorization: 'DeepL-Auth-Key test-key' },
  body: 'target_lang=ko&text=Ja',
} as const;

test.each(['hang', 'trickle'] as const)('%s meets the deadline', async (fault) => {
  const server = await startFakeDeepL({ faults: [fault] });
  closing.push(server.close);
  const answer = exchangeHttp({ ...call, url: `${server.url}/v2/translate` }, exchange);
  await expect(answer).rejects.toMatchObject({ billing: 'unknown', text: { id: 'engine.fault.deadline' } });
});

test.each([
  [
    'a length that is not reached',
    'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 9\r\n\r\n{}',
    'lost',
  ],
  [
    'chunks without an end',
    'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n2\r\n{}\r\n',
    'lost',
  ],
  ['no HTTP at all', 'Hello\r\n\r\n', 'lost'],
  ['more than was allowed', `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\r\n${' '.repeat(1001)}`, 'too_long'],
  ['another type', 'HTTP/1.1 200 OK\r\n\r\n{}', 'unreadable'],
])('%s', async (_, bytes, id) => {
  const url = await serveBytes(bytes);
  await expect(exchangeHttp({ ...call, url }, { ...exchange, deadline: 5000 })).rejects.toMatchObject({
    billing: 'unknown',
    text: { id: `engine.fault.${id}` },
  });
});

test.each([
  ['another type', '200 OK\r\ncontent-type: text/html'],
  ['compressed', '200 OK\r\ncontent-type: application/json\r\ncontent-encoding: gzip'],
  ['too long', '200 OK\r\ncontent-type: application/json'],
  ['refused', '403 Forbidden\r\ncontent-type: text/html'],
  ['refused at length', '400 Bad Request\r\ncontent-type: application/json'],
])('a body that never ends and that nobody wants ends its connection: %s', async (_, head) => {
  let ended = () => {};
  const end = new Promise<void>((done) => {
    ended = done;
  });
  const server = createServer((socket) => {
    let timer: ReturnType<typeof setInterval> | undefined;
    const write = () => {
      socket.write(`HTTP/1.1 ${head}\r\n\r\n`);
      timer ??= setInterval(() => socket.write(' '.repeat(1000)), 1);
    };
    socket.on('error', () => undefined).once('data', write);
    socket.on('close', () => {
      clearInterval(timer);
      ended();
    });
  });
  const answer = exchangeHttp({ ...call, url: await listen(server) }, { ...exchange, deadline: 5000 });
  await expect(answer).rejects.toThrow('engine.fault.');
  await end;
});

test('a run of many requests listens once at a time', async () => {
  const server = await startFakeDeepL();
  closing.push(server.close);
  const { signal } = new AbortController();
  await exchangeHttp({ ...call, url: `${server.url}/v2/translate` }, { ...exchange, deadline: 5000, signal });
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});

test('another host is asked through the proxy of the environment, this machine never', async () => {
  const seen: string[] = [];
  const proxy = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', (data) => {
      seen.push(String(data).split('\r\n', 1)[0]!);
      socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
    });
  });
  process.env.HTTPS_PROXY = process.env.HTTP_PROXY = await listen(proxy);
  closing.push(() => {
    delete process.env.HTTPS_PROXY;
    delete process.env.HTTP_PROXY;
  });
  const answer = exchangeHttp({ ...call, url: 'https://api.deepl.example/v2/translate' }, exchange);
  await expect(answer).rejects.toMatchObject({ billing: 'refused', remedy: 'again' });
  const server = await startFakeDeepL();
  closing.push(server.close);
  await exchangeHttp({ ...call, url: `${server.url}/v2/translate` }, { ...exchange, deadline: 5000 });
  expect(seen).toEqual(['CONNECT api.deepl.example:443 HTTP/1.1']);
});

const served = 'Wed, 21 Oct 2026 07:28:00 GMT';
test.each<readonly [value: string | undefined, date: string | undefined, milliseconds: number | undefined]>([
  ['0', undefined, 0],
  ['7', undefined, 7000],
  ['86400', undefined, 86_400_000],
  ['86401', undefined, undefined],
  ['99999999999999999999', undefined, undefined],
  ['-1', undefined, undefined],
  ['1.5', undefined, undefined],
  ['soon', undefined, undefined],
  ['', undefined, undefined],
  [undefined, served, undefined],
  ['Wed, 21 Oct 2026 07:28:30 GMT', served, 30_000],
  ['Wed, 21 Oct 2026 07:27:30 GMT', served, undefined],
  ['Wed, 21 Oct 1990 07:28:00 GMT', 'no date', undefined],
])('retry-after %j at %j is %j ms', (value, date, milliseconds) => {
  expect(parseRetryAfter({ 'retry-after': value, date })).toBe(milliseconds);
});

test('an answer with the key in it is not used, and ends the run', async () => {
  const key = 'k3y-0f-m1ne';
  const body = JSON.stringify({ translations: [{ text: `My key is ${key}.` }] });
  const url = await serveBytes(`HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\r\n${body}`);
  await expect(exchangeHttp({ ...call, url }, { ...exchange, deadline: 5000, key })).rejects.toMatchObject({
    billing: 'unknown',
    remedy: 'stop',
    status: 2,
    text: { id: 'engine.fault.hostile' },
    hint: { values: { variable: 'DEEPL_API_KEY' } },
  });
});

async function serveBytes(bytes: string): Promise<string> {
  return listen(createServer((socket) => socket.on('error', () => undefined).once('data', () => socket.end(bytes))));
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  closing.push(() => new Promise((closed) => server.close(closed)));
  return `http://127.0.0.1:${(server.address() as { port: number }).port}`;
}
