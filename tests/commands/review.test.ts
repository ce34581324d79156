import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { run } from '../../src/commands/review.ts';
import { type PageFile, readPage } from '../../src/store/review-page.ts';
import { heardContext } from '../heard.ts';
import { translated } from '../review/translated.ts';
import { createFolder, type Folder, refusal } from '../store/folder.ts';

const shown: string[] = [];
vi.mock('../../src/store/open-browser.ts', () => ({ openBrowser: (path: string) => shown.push(path) }));
vi.mock('../../src/store/review-page.ts', async (original) => ({
  ...(await original<object>()),
  readPage: (folder?: URL) => (folder === undefined ? page : readAt(folder)),
}));
const page = new Map<string, PageFile>([['/', { type: 'text/html', content: Buffer.from('the page') }]]);
const { readPage: readAt } = await vi.importActual<{ readPage: typeof readPage }>('../../src/store/review-page.ts');

let folder: Folder;
let stop: AbortController;
beforeEach(() => {
  folder = createFolder();
  stop = new AbortController();
  shown.length = 0;
  for (const [path, text] of Object.entries(translated('a.txt', [['Hallo.', 'Hello.']]))) folder.put(path, text);
});
afterEach(() => folder.remove());

async function begin(options: Parameters<typeof run>[2] = {}, json = false) {
  const { context, text } = heardContext(folder.root, { signal: stop.signal, json });
  const ended = run(context, [], options);
  const address = () => /http:\/\/127\.0\.0\.1:\d+\/#[\w-]{43}/.exec(text())?.[0] ?? '';
  await expect.poll(address, { timeout: 20_000 }).not.toBe('');
  return { url: address(), text, ended };
}

test('the address is said, with the token behind #, and Ctrl-C ends it', async () => {
  const { url, text, ended } = await begin();
  expect(text()).toBe(
    `print ${url}\nnote Open this address in a browser on this machine; keep it to yourself. Ctrl-C ends it.\n`,
  );
  expect(await (await fetch(url)).text()).toBe('the page');
  stop.abort();
  expect(await ended).toBe(0);
  await expect(fetch(url)).rejects.toThrow();
});

test('as JSON it is the one document on stdout', async () => {
  const { url, text, ended } = await begin({}, true);
  expect(JSON.parse(text().split('\nnote')[0]?.replace('write ', '') ?? '')).toEqual({ url });
  stop.abort();
  await ended;
});

test('--port is taken, and said to be taken where it is', async () => {
  const other = createServer();
  const port = await new Promise<number>((done) => {
    other.listen(0, '127.0.0.1', () => done((other.address() as { port: number }).port));
  });
  const { context } = heardContext(folder.root);
  await expect(run(context, [], { port })).rejects.toMatchObject({
    text: { id: 'review.port', values: { port: `${port}` } },
  });
  await new Promise((done) => other.close(done));
  const { url, ended } = await begin({ port });
  expect(new URL(url).port).toBe(`${port}`);
  stop.abort();
  await ended;
});

test('--open shows a file of its owner that leads to the address: command lines are seen by all', async () => {
  const { url, ended } = await begin({ open: true });
  const [path = ''] = shown;
  expect(readFileSync(path, 'utf8')).toContain(url);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  stop.abort();
  await ended;
  expect(existsSync(path)).toBe(false);
});

test('nothing is opened that nobody asked for, and a path that means nothing is refused', async () => {
  const { context } = heardContext(folder.root);
  await expect(run(context, ['source-de/b.txt'], {})).rejects.toMatchObject({ text: { id: 'path.unknown' } });
  expect(shown).toEqual([]);
});

test('of the page those files are served that a browser needs, and it is said where there are none', () => {
  for (const name of ['index.html', 'page.js', 'assets/page.css', 'page.js.map', '.hidden', 'LICENSE'])
    folder.put(`page/${name}`, name);
  const files = readPage(pathToFileURL(`${folder.root}/page/`));
  expect([...files.keys()].sort()).toEqual(['/', '/assets/page.css', '/index.html', '/page.js']);
  expect(files.get('/page.js')?.type).toMatch(/^text\/javascript/);
  expect(refusal(() => readPage(pathToFileURL(`${folder.root}/nothing/`))).text).toEqual({ id: 'review.page' });
});
