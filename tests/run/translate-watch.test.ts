import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Options, run } from '../../src/commands/translate.ts';
import { startFakeDeepL } from '../engines/fake-deepl.ts';
import { type Heard, heardContext } from '../heard.ts';

let root: string;
let stop: AbortController;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'wordferry-watch-'));
  stop = new AbortController();
  write('source-de/a.txt', 'Der Hund bellt.\n');
  mkdirSync(join(root, 'translations/en'), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const english = 'translations/en/a.txt';

test('what changes is translated, what was written by the run is not', async () => {
  const session = watch();
  await session.runs(1);
  write('source-de/a.txt', 'Der Hund schläft.\n');
  expect(await session.runs(2)).toContain('1 by the engine');
  // Editors put another file in its place.
  write('source-de/.a.txt.swp', 'Die Katze schläft.\n');
  renameSync(join(root, 'source-de/.a.txt.swp'), join(root, 'source-de/a.txt'));
  await session.runs(3);
  expect(read(english)).toContain('Katze');
  write('source-de/deep/er/b.txt', 'Es regnet.\n');
  await session.runs(4);
  expect(existsSync(join(root, 'translations/en/deep/er/b.txt'))).toBe(true);
  write('source-de/deep/er/b.txt', 'Es schneit.\n');
  expect(await session.runs(5)).not.toContain(english);
  write(english, 'The cat sleeps.\n');
  expect(await session.runs(6)).toContain('1 edit taken over');
  expect(read(`${english}.review.yaml`)).toContain('state: reviewed');
  expect(await session.end()).toBe(0);
  expect(session.count()).toBe(6);
});

test('what is wrong is said, and the next run may do better', async () => {
  write('glossary.yaml', 'terms: [');
  const session = watch();
  await session.runs(1);
  expect(session.text()).toContain('glossary.yaml:1');
  write('glossary.yaml', 'terms:\n  Hund:\n    en: hound\n');
  await session.runs(2);
  write('wordferry.yaml', 'sauce: de\n');
  await session.runs(3);
  expect(session.text()).toContain('wordferry.yaml:1');
  rmSync(join(root, 'wordferry.yaml'));
  await session.runs(4);
  expect(await session.end()).toBe(0);
  expect(session.count()).toBe(4);
});

test('a change while a run is going on makes another run', async () => {
  const session = watch({}, async (work) => {
    if (session.count() === 0) write('source-de/a.txt', 'Der Hund schläft.\n');
    return work();
  });
  await session.runs(2);
  await session.end();
  expect(read(english)).toContain('schläft');
});

test('one budget is for all runs', async () => {
  const deepl = await startFakeDeepL();
  try {
    const session = watch({ engine: 'deepl', maxCharacters: 20 }, undefined, {
      DEEPL_API_KEY: 'test-key',
      DEEPL_SERVER_URL: deepl.url,
    });
    await session.runs(1);
    write('source-de/a.txt', 'Der Hund bellt.\n\nEs regnet.\n');
    await session.runs(2);
    expect(await session.end()).toBe(4);
    expect(session.text()).toContain('15 characters billed in 1 request');
    expect(session.text()).toContain('0 characters billed in 0 requests');
  } finally {
    await deepl.close();
  }
});

test('a session has no JSON and no plan', async () => {
  for (const [options, json] of [[{ dryRun: true }, false] as const, [{}, true] as const]) {
    const { context } = heardContext(root, { json });
    await expect(run(context, [], { ...options, watch: true })).rejects.toMatchObject({ text: { id: 'usage.watch' } });
  }
});

type Awaiting = Heard['context']['awaiting'];

function watch(options: Options = {}, awaiting: Awaiting = (work) => work(), env: Heard['context']['env'] = {}) {
  const { context, text } = heardContext(root, { signal: stop.signal, awaiting, env });
  const ended = run(context, [], { engine: 'mock', ...options, watch: true });
  const count = () => text().split('note Watching for changes').length - 1;
  return {
    text,
    count,
    /** Waits until so many runs have ended; gives what the last one said. */
    async runs(times: number): Promise<string> {
      await vi.waitUntil(() => count() >= times, { timeout: 60_000, interval: 5 });
      return text().split('note Watching for changes').at(-2) ?? '';
    },
    end() {
      stop.abort();
      return ended;
    },
  };
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

const read = (path: string) => readFileSync(join(root, path), 'utf8');
