import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readPage } from '../../src/store/review-page.ts';
import { openBrowser } from './browser.ts';
import { type Served, serve } from './served.ts';
import { translated } from './translated.ts';

/** A name of somebody else that leads to this machine. */
const name = 'evil.example';

let browser: Browser;
let served: Served;
let elsewhere: Server;
let context: BrowserContext;
let before: string;
/** What would accept all sentences. */
let wish: string;
/** What the server answered. */
const answers: string[] = [];

beforeAll(async () => {
  // Newer browsers ask before a page of the net may speak to this machine: the server is to be safe without that.
  const args = ['--disable-features=LocalNetworkAccessChecks', `--host-resolver-rules=MAP ${name} 127.0.0.1`];
  browser = await openBrowser(...args);
  served = await serve(translated('a.txt', [['Der Hund bellt.', 'The dog barks.']]), { page: readPage() });
  const { path, revision } = await served.view('translations/en/a.txt');
  wish = JSON.stringify({ path, revision, decisions: 'clean' });
  before = served.hashes();
  elsewhere = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>evil</title><body>');
  });
  await new Promise<void>((done) => elsewhere.listen(0, '127.0.0.1', done));
  subscribe(channel, note);
});
afterAll(async () => {
  unsubscribe(channel, note);
  await browser.close();
  elsewhere.close();
  served.close();
});

beforeEach(async () => {
  answers.length = 0;
  context = await browser.newContext();
});
afterEach(async () => {
  await context.close();
  expect(served.hashes(), 'nothing is written').toBe(before);
});

const channel = 'http.server.response.finish';

function note(message: unknown): void {
  const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
  if (request.headers.host?.endsWith(`:${served.port}`))
    answers.push(`${request.method} ${request.url} ${response.statusCode}`);
}

const origin = () => `http://127.0.0.1:${served.port}`;

/** Runs in a foreign page: gives what of the answer it could read, `''` for nothing. */
async function tried(page: Page, attack: string): Promise<unknown> {
  const given = { origin: origin(), wish, token: served.token };
  return page.evaluate(`(async ({ origin, wish, token }) => {
    const loaded = (element, src) => new Promise((done) => {
      element.onload = () => done('loaded');
      element.onerror = () => done('');
      Object.assign(element, src);
      document.body.append(element);
    });
    const form = (enctype) => new Promise((done) => {
      document.body.innerHTML = '<iframe name=into></iframe><form target=into method=post><input></form>';
      const [frame, form, field] = ['iframe', 'form', 'input'].map((one) => document.querySelector(one));
      [field.name, field.value] = enctype === 'text/plain' ? [wish.slice(0, -1) + ',"', '":0}'] : ['wish', wish];
      Object.assign(form, { action: origin + '/api/decide', enctype });
      frame.onload = () => done(frame.contentDocument?.body.textContent ?? '');
      form.submit();
    });
    const asked = (path, init) => fetch(origin + path, init).then((answer) => answer.text(), () => '');
    ${attack}
  })(${JSON.stringify(given)})`);
}

const attacks: readonly [what: string, attack: string, answer: string][] = [
  ['a form', "return form('application/x-www-form-urlencoded')", 'POST /api/decide 403'],
  ['a form of plain text that reads as JSON', "return form('text/plain')", 'POST /api/decide 403'],
  ['a form with parts', "return form('multipart/form-data')", 'POST /api/decide 403'],
  [
    'fetch, no-cors',
    "return asked('/api/decide', { method: 'POST', mode: 'no-cors', body: wish })",
    'POST /api/decide 403',
  ],
  [
    'fetch of JSON, which is asked for before',
    "return asked('/api/decide', { method: 'POST', body: wish, headers: { 'content-type': 'application/json' } })",
    'OPTIONS /api/decide 403',
  ],
  [
    'fetch of JSON with the token, stolen',
    `return asked('/api/decide', { method: 'POST', body: wish,
      headers: { 'content-type': 'application/json', 'x-wordferry-token': token } })`,
    'OPTIONS /api/decide 403',
  ],
  ['fetch of the overview', "return asked('/api/overview')", 'GET /api/overview 403'],
  ['fetch of the page', "return asked('/')", 'GET / 200'],
  ['fetch of the page, no-cors', "return asked('/', { mode: 'no-cors' })", 'GET / 200'],
  [
    'sendBeacon',
    "navigator.sendBeacon(origin + '/api/decide', new Blob([wish], { type: 'text/plain' })); return ''",
    'POST /api/decide 403',
  ],
  [
    'EventSource',
    `return new Promise((done) => {
      const events = new EventSource(origin + '/api/events');
      events.onopen = events.onmessage = () => done('heard');
      events.onerror = () => { events.close(); done(''); };
    })`,
    'GET /api/events 403',
  ],
  [
    'WebSocket',
    `return new Promise((done) => {
      const socket = new WebSocket(origin.replace('http', 'ws') + '/api/events');
      socket.onopen = () => done('open');
      socket.onerror = () => done('');
    })`,
    'GET /api/events 400',
  ],
  ['an image', "return loaded(new Image(), { src: origin + '/api/overview' })", 'GET /api/overview 403'],
  ['a script', "return loaded(document.createElement('script'), { src: origin + '/page.js' })", 'GET /page.js 200'],
  [
    'a style sheet',
    "return loaded(document.createElement('link'), { rel: 'stylesheet', href: origin + '/page.css' })",
    'GET /page.css 200',
  ],
  [
    'a frame',
    `const frame = document.createElement('iframe');
    await loaded(frame, { src: origin + '/#' + token });
    return frame.contentDocument?.body.textContent ?? ''`,
    'GET / 200',
  ],
  [
    'an object',
    `const object = document.createElement('object');
    await loaded(object, { type: 'text/html', data: origin + '/#' + token });
    return object.contentDocument?.body?.textContent ?? ''`,
    'GET / 200',
  ],
  [
    'a window of its own',
    `const opened = window.open(origin + '/');
    await new Promise((done) => setTimeout(done, 500));
    try { return opened.closed ? '' : opened.document.body.textContent } catch { return '' }`,
    'GET / 200',
  ],
];

describe.each([
  ['another port', '127.0.0.1'],
  ['a name that leads here', name],
])('a page of %s', (_, host) => {
  test.each(attacks)('%s: writes nothing, reads nothing, shows nothing', async (_what, attack, answer) => {
    const page = await context.newPage();
    await page.goto(`http://${host}:${(elsewhere.address() as AddressInfo).port}/`);
    expect(await tried(page, attack)).toBe('');
    await expect.poll(() => answers, { timeout: 5_000 }).toContain(answer);
    await expect.poll(() => page.frames().filter((frame) => frame.url().startsWith(origin()))).toEqual([]);
  });
});

describe('a name that leads to the server itself (DNS rebinding)', () => {
  const address = () => `http://${name}:${served.port}/`;

  test('gets no page', async () => {
    const answer = await (await context.newPage()).goto(`${address()}#${served.token}`);
    expect([answer?.status(), await answer?.text()]).toEqual([421, '']);
  });

  test('gets nothing for a page that was loaded before the name led here, with a stolen token', async () => {
    const page = await context.newPage();
    await page.route(address(), (route) => route.fulfill({ contentType: 'text/html', body: '<body>' }), { times: 1 });
    await page.goto(address());
    const headers = JSON.stringify({ 'content-type': 'application/json', 'x-wordferry-token': served.token });
    const heard = await page.evaluate(`Promise.all([
      ['/', {}], ['/page.js', {}], ['/api/overview', { headers: ${headers} }], ['/api/events', { headers: ${headers} }],
      ['/api/decide', { method: 'POST', headers: ${headers}, body: ${JSON.stringify(wish)} }],
      ['/api/save', { method: 'POST', headers: ${headers}, body: '{}' }],
    ].map(([path, init]) => fetch(path, init).then(async (answer) => [answer.status, await answer.text()])))`);
    expect(heard).toEqual(Array.from({ length: 6 }, () => [421, '']));
  });
});
