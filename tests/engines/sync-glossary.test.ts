import { afterEach, expect, test } from 'vitest';
import { openGlossaries } from '../../src/engines/deepl-glossaries.ts';
import { applySync, planSync } from '../../src/engines/sync-glossary.ts';
import { UserError } from '../../src/errors.ts';
import { type FakeGlossaries, type FakeGlossariesOptions, startFakeGlossaries } from './fake-glossaries.ts';
import { fakeTime, never } from './fixtures.ts';

let deepl: FakeGlossaries;
afterEach(() => deepl.close());

const start = async (options?: FakeGlossariesOptions) => {
  deepl = await startFakeGlossaries(options);
};

type Rows = Readonly<Record<string, string>>;

/** By target language. */
async function sync(dictionaries: Readonly<Record<string, Rows>>, { name = 'ours', key = 'test-key' } = {}) {
  const time = fakeTime();
  const remote = openGlossaries({ key, serverUrl: deepl.url }, { signal: never, time });
  const wanted = Object.entries(dictionaries).map(([target, rows]) => {
    return { languages: { source: 'de', target }, rows: new Map(Object.entries(rows)) };
  });
  const plan = await planSync(name, wanted, remote);
  await applySync(plan, remote);
  return { plan, slept: time.slept };
}

const writes = () => deepl.requests.filter((request) => !request.startsWith('GET'));
const errorOf = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => error as UserError,
  );

test('a new glossary gets all dictionaries that have rows at once; the next run only looks', async () => {
  await start();
  const dictionaries = { en: { Kursk: 'Kursk', 'Kim & Co': 'Kim + Co' }, ko: { Kursk: '쿠르스크' }, fr: {} };
  await sync(dictionaries);
  await sync(dictionaries);
  expect(deepl.requests).toEqual([
    'GET /v3/glossaries',
    'POST /v3/glossaries Kursk=Kursk, Kim & Co=Kim + Co Kursk=쿠르스크',
    'GET /v3/glossaries',
    'GET /v3/glossaries/g1/entries?source_lang=de&target_lang=en',
    'GET /v3/glossaries/g1/entries?source_lang=de&target_lang=ko',
  ]);
});

test.each<[string, Rows, string, readonly string[]]>([
  ['nothing', { Kursk: 'Kursk', KCNA: 'KCNA' }, '0 0 0', []],
  ['a new row', { Kursk: 'Kursk', KCNA: 'KCNA', Kim: 'Kim' }, '1 0 0', ['PATCH /v3/glossaries/g1 Kim=Kim']],
  ['another translation', { Kursk: 'Koorsk', KCNA: 'KCNA' }, '0 1 0', ['PATCH /v3/glossaries/g1 Kursk=Koorsk']],
  ['a row less', { KCNA: 'KCNA' }, '0 0 1', ['PUT /v3/glossaries/g1/dictionaries KCNA=KCNA']],
  ['no row', {}, '0 0 2', ['DELETE /v3/glossaries/g1/dictionaries?source_lang=de&target_lang=en']],
])('of a dictionary only what changed is sent: %s', async (_, rows, counts, expected) => {
  await start();
  deepl.add('ours', { 'de-en': { Kursk: 'Kursk', KCNA: 'KCNA' }, 'de-fr': { Kursk: 'Koursk' } });
  deepl.add('Marketing', { 'de-en': { Kursk: 'curse' } });
  const { changes } = (await sync({ en: rows })).plan;
  expect(changes.map((each) => [each.added, each.changed, each.removed].map(({ length }) => length).join(' '))).toEqual(
    [counts],
  );
  expect(writes()).toEqual(expected);
  expect(Object.fromEntries(deepl.glossaries.get('g1')!.dictionaries.get('de-en') ?? [])).toEqual(rows);
  expect(deepl.glossaries.get('g1')?.dictionaries.has('de-fr')).toBe(true);
  expect(deepl.glossaries.get('g2')?.dictionaries.get('de-en')?.get('Kursk')).toBe('curse');
});

test('a language more is a dictionary more', async () => {
  await start();
  deepl.add('ours', { 'de-en': { Kursk: 'Kursk' } });
  await sync({ en: { Kursk: 'Kursk' }, ko: { Kursk: '쿠르스크' } });
  expect(writes()).toEqual(['PATCH /v3/glossaries/g1 Kursk=쿠르스크']);
});

test('of two glossaries with one name nobody knows which is meant', async () => {
  await start();
  deepl.add('ours', {});
  deepl.add('ours', {});
  expect(await errorOf(sync({ en: { Kursk: 'Kursk' } }))).toMatchObject({
    status: 2,
    text: { id: 'glossary.sync.ambiguous' },
  });
  expect(writes()).toEqual([]);
});

test('where there is no room for one more glossary, it says so', async () => {
  await start({ most: 0 });
  expect(await errorOf(sync({ en: { Kursk: 'Kursk' } }))).toMatchObject({
    status: 4,
    text: { id: 'glossary.sync.full' },
  });
});

test('a busy DeepL is asked again after the pause that it wants', async () => {
  await start({ faults: [{ status: 429, headers: { 'retry-after': '7' } }, undefined, { status: 503 }] });
  const { slept } = await sync({ en: { Kursk: 'Kursk' } });
  expect(slept[0]).toBeGreaterThanOrEqual(7000);
  expect(deepl.requests.map((request) => request.slice(0, 4))).toEqual(['GET ', 'GET ', 'POST', 'POST']);
});

test('a glossary that was perhaps made is not made twice: the next run finds it', async () => {
  await start({ faults: [undefined, 'lost'] });
  expect(await errorOf(sync({ en: { Kursk: 'Kursk' } }))).toMatchObject({ status: 3 });
  await sync({ en: { Kursk: 'Kursk' } });
  expect(writes()).toHaveLength(1);
});

test('a change that was perhaps made is made once more', async () => {
  await start({ faults: [undefined, undefined, 'lost'] });
  deepl.add('ours', { 'de-en': { Kursk: 'Kursk' } });
  await sync({ en: { Kursk: 'Koorsk' } });
  expect(writes()).toHaveLength(2);
});

test.each(['damaged', 'lost'] as const)('an answer that is %s twice is a fault, not a crash', async (fault) => {
  await start({ faults: [fault, fault] });
  const error = await errorOf(sync({ en: { Kursk: 'Kursk' } }));
  expect(error).toBeInstanceOf(UserError);
  expect(error).toMatchObject({ status: 3 });
});

test('a key that DeepL refuses is not shown', async () => {
  await start();
  const error = await errorOf(sync({ en: { Kursk: 'Kursk' } }, { key: 'another-secret' }));
  expect(error).toMatchObject({ status: 2, text: { id: 'engine.fault.key' } });
  expect(JSON.stringify(error)).not.toContain('another-secret');
});
