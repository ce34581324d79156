import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type FakeGlossaries, type FakeGlossariesOptions, startFakeGlossaries } from './engines/fake-glossaries.ts';
import { createSandbox, type Ran, type Sandbox } from './sandbox.ts';

/** The whole program against the glossaries of a DeepL on loopback. */
let sandbox: Sandbox;
let deepl: FakeGlossaries;

beforeEach(async () => {
  sandbox = await createSandbox();
  write('Kursk: { en: Kursk, ko: 쿠르스크 }', 'KCNA: { keep: true }', 'Führer: { en: "", status: proposed }');
});

afterEach(async () => {
  await deepl.close();
  sandbox.remove();
});

const start = async (options?: FakeGlossariesOptions) => {
  deepl = await startFakeGlossaries(options);
};

const write = (...terms: readonly string[]) =>
  writeFileSync(join(sandbox.folder, 'glossary.yaml'), `terms:\n${terms.map((term) => `  ${term}\n`).join('')}`);

const sync = (options = '', env: Record<string, string> = {}): Promise<Ran> =>
  sandbox.sh(`wordferry glossary sync ${options}`, { DEEPL_API_KEY: 'test-key', DEEPL_SERVER_URL: deepl.url, ...env });

const writes = () => deepl.requests.filter((request) => !request.startsWith('GET'));

test('a new glossary gets a dictionary a language; the next run only looks', async () => {
  await start();
  const first = await sync();
  expect(first).toEqual({
    status: 0,
    text: `Created the glossary “wordferry project” at DeepL.
de → en: 2 added, 0 changed, 0 removed.
  + Kursk → Kursk
  + KCNA → KCNA
de → ko: 2 added, 0 changed, 0 removed.
  + Kursk → 쿠르스크
  + KCNA → KCNA
Without a translation (en), and so left out: 1 term (Führer)
Without a translation (ko), and so left out: 1 term (Führer)
`,
  });
  expect(deepl.requests).toEqual([
    'GET /v3/glossaries',
    'POST /v3/glossaries Kursk=Kursk, KCNA=KCNA Kursk=쿠르스크, KCNA=KCNA',
  ]);
  const second = await sync('--quiet');
  expect(second).toEqual({ status: 0, text: '' });
  expect(writes()).toHaveLength(1);
});

test('only what changed is sent, and only to its dictionary', async () => {
  await start();
  await sync();
  write('Kursk: { en: Kursk city, ko: 쿠르스크 }', 'KCNA: { keep: true }', 'Seoul: { en: Seoul }');
  const { text, status } = await sync('--json');
  expect(status).toBe(0);
  expect(JSON.parse(text)).toEqual({
    name: 'wordferry project',
    id: 'g1',
    dictionaries: [
      {
        source: 'de',
        target: 'en',
        entries: 3,
        added: [{ source: 'Seoul', target: 'Seoul' }],
        changed: [{ source: 'Kursk', target: 'Kursk city', was: 'Kursk' }],
        removed: [],
      },
      { source: 'de', target: 'ko', entries: 2, added: [], changed: [], removed: [] },
    ],
    problems: [],
  });
  expect(writes().slice(1)).toEqual(['PATCH /v3/glossaries/g1 Seoul=Seoul, Kursk=Kursk city']);
});

test('a dry run says what it would send, and sends nothing', async () => {
  await start();
  const { text } = await sync('--dry-run --to ko');
  expect(text).toContain('Would create the glossary');
  expect(text).toContain('de → ko: would add 2, change 0, remove 0.\n  + Kursk → 쿠르스크');
  expect(writes()).toEqual([]);
});

test('variants of a language share a dictionary', async () => {
  await start();
  write('Kursk: { en-GB: Kursk, en-US: Koorsk }');
  const { text, status } = await sync('--to en-GB,en-US');
  expect(status).toBe(1);
  expect(text).toContain('Unexpected second dictionary for en-US');
  expect(writes()).toEqual(['POST /v3/glossaries Kursk=Kursk']);
});

test('without a key it says the same as translate', async () => {
  await start();
  const own = await sandbox.sh('wordferry glossary sync');
  expect(own).toEqual(await sandbox.sh('wordferry translate --engine deepl'));
  expect(own.text).toContain('DEEPL_API_KEY');
  expect(deepl.requests).toEqual([]);
});

test('a glossary without translations is not worth a request', async () => {
  await start();
  write('Führer: { en: "", status: proposed }');
  expect((await sync()).text).toContain('Missing translations in the glossary');
  expect(deepl.requests).toEqual([]);
});
