import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type EngineId, engineIds, isEngineId, isFakeEngine, isRemoteEngine } from '../../src/engine-ids.ts';
import { type EngineSettings, engines } from '../../src/engines/index.ts';
import { validate } from '../../src/engines/validate.ts';
import type { Batch, Bill, Engine } from '../../src/model.ts';
import { startFakeDeepL } from './fake-deepl.ts';
import { startFakeLibreTranslate } from './fake-libretranslate.ts';
import { startFakeOpenAI } from './fake-openai.ts';
import type { FakeService } from './fake-service.ts';
import { batchOf, never, requestFor } from './fixtures.ts';
import { localModels } from './local-fixtures.ts';

/** Of an engine in the list: is it in the contract? A new one has to say here what it is. */
type Row = { readonly fake: boolean; readonly styled: boolean } | undefined;

const rows: Readonly<Record<EngineId, Row>> = {
  deepl: { fake: false, styled: true },
  echo: { fake: true, styled: false },
  libretranslate: { fake: false, styled: false },
  llm: { fake: false, styled: true },
  local: { fake: false, styled: false },
  mock: { fake: true, styled: false },
  none: undefined,
  pseudo: { fake: true, styled: false },
};

let [deepl, libretranslate, llm]: FakeService[] = [];
beforeAll(async () => {
  [deepl, libretranslate, llm] = await Promise.all([startFakeDeepL(), startFakeLibreTranslate(), startFakeOpenAI()]);
});
afterAll(() => Promise.all(services().map((service) => service.close())));

const services = (): readonly FakeService[] => [deepl!, libretranslate!, llm!];
const sent = (): number => services().reduce((sum, { requests, others }) => sum + requests.length + others.length, 0);

const settings = (more: Partial<EngineSettings> = {}): EngineSettings => ({
  env: {
    DEEPL_API_KEY: 'test-key',
    DEEPL_SERVER_URL: deepl!.url,
    LIBRETRANSLATE_URL: libretranslate!.url,
    LIBRETRANSLATE_KEY: 'test-key',
    WORDFERRY_LLM_URL: `${llm!.url}/v1`,
    WORDFERRY_LLM_KEY: 'test-key',
    WORDFERRY_LLM_MODEL: 'gpt-test',
  },
  options: {},
  style: {},
  models: localModels(),
  mock: { pairs: { en: { 'Guten Tag.': 'Hello.' } } },
  ...more,
});

const texts = [
  'Guten Tag.',
  'Im Januar erbeuteten {count} Truppen 12.500 Dokumente, siehe https://example.org/a?b=1.',
  'Er sagte: „So ist es.“',
  'Zwei 👩‍👩‍👧 kamen nach Pjöngjang.',
  'Das <g id="1">alte</g> Haus <x id="2"/> & der Hof: a < b.',
];
const batches: readonly Batch[] = ['en', 'ko'].map((target) => ({
  languages: { source: 'de', target },
  requests: texts.map((text) =>
    requestFor(text, {
      terms: text.includes('Pjöngjang')
        ? [{ source: 'Pjöngjang', target: target === 'ko' ? '평양' : 'Pyongyang' }]
        : [],
      context: { before: 'Davor.', after: 'Danach.' },
      previous: { source: 'Alt.', target: 'Old.' },
    }),
  ),
}));

describe.each(engineIds)('%s', (id) => {
  const row = rows[id];
  const make = (more?: Partial<EngineSettings>) => engines[id](settings(more));
  const made = async (more?: Partial<EngineSettings>) => (await make(more)) as Engine;

  test('is listed under its own id, and says whether its answers are translations', async () => {
    const engine = await make();
    expect(engine && { id: engine.id, fake: engine.fake }).toEqual(row && { id, fake: row.fake });
    expect(isFakeEngine(id)).toBe(engine?.fake ?? false);
  });
  if (row === undefined) return;

  test.each(batches)('gives one good answer a text, in order, and the same again: $languages.target', async (batch) => {
    const engine = await made();
    const { answers } = await engine.translate(batch, never);
    const verdicts = answers.map((answer, index) => validate(answer?.text, texts[index]!, batch.languages, engine));
    expect(verdicts).toEqual(answers);
    expect(answers).toHaveLength(texts.length);
    expect((await engine.translate(batch, never)).answers).toEqual(answers);
  });

  test('bills the code points of the texts, perhaps without codes, or nothing where nothing leaves the machine', async () => {
    const { bill } = await (await made()).translate(batches[0]!, never);
    const whole = texts.join('');
    const bare = whole.replace(/<\/?[gx][^>]*>/gu, '');
    expect(isRemoteEngine(id) ? [[...whole].length, [...bare].length] : [0]).toContain(bill.characters);
  });

  test.each(batches)('estimates no less than the bill: $languages.target', async (batch) => {
    const engine = await made();
    const before = engine.estimate(batch);
    const { bill } = await engine.translate(batch, never);
    const counts = ({ characters, tokens }: Bill) => [characters, tokens?.input ?? 0, tokens?.output ?? 0];
    for (const [index, count] of counts(bill).entries()) {
      expect(counts(before)[index]).toBeGreaterThanOrEqual(count);
      expect(counts(before)[index]).toBeLessThanOrEqual(8 * count);
    }
  });

  test('does not write into the batch', async () => {
    const before = structuredClone(batches);
    await (await made()).translate(batches[0]!, never);
    expect(batches).toEqual(before);
  });

  test('has limits, and keeps them without asking anybody', async () => {
    const engine = await made();
    const { limits } = engine;
    const before = sent();
    expect(limits.concurrency).toBeGreaterThanOrEqual(1);
    expect(engine.fits(batchOf([texts[0]!]))).toBe(true);
    if (Number.isFinite(limits.texts)) {
      expect(engine.fits(batchOf(Array.from({ length: limits.texts }, () => texts[0]!)))).toBe(true);
      expect(engine.fits(batchOf(Array.from({ length: limits.texts + 1 }, () => texts[0]!)))).toBe(false);
    }
    if (Number.isFinite(limits.bytes)) expect(engine.fits(batchOf(['a'.repeat(limits.bytes)]))).toBe(false);
    expect(engine.refuses(batches[0]!.languages)).toBeUndefined();
    expect(sent()).toBe(before);
  });

  test('sends no more bytes than it says', async () => {
    const engine = await made();
    const before = services().map(({ requests }) => requests.length);
    let batch = batchOf([texts[1]!]);
    while (engine.fits({ ...batch, requests: [...batch.requests, batch.requests[0]!] }) && batch.requests.length < 60)
      batch = { ...batch, requests: [...batch.requests, batch.requests[0]!] };
    await engine.translate(batch, never);
    const bytes = services().flatMap(({ requests }, at) => requests.slice(before[at]).map((request) => request.bytes));
    expect(bytes).toHaveLength(isRemoteEngine(id) ? 1 : 0);
    for (const size of bytes) expect(size).toBeLessThanOrEqual(engine.limits.bytes);
  });

  test('has a version that the style of a language changes where it takes one, and no other language', async () => {
    const plain = await made();
    const styled = await made({ style: { ko: { register: 'polite' } } });
    const versionsFor = (target: string) => [plain, styled].map((engine) => engine.version({ source: 'de', target }));
    const [before, after] = versionsFor('ko');
    expect(styled.supports.style).toBe(row.styled);
    expect(before === after).toBe(!row.styled);
    expect(new Set(versionsFor('en')).size).toBe(1);
  });

  test('says what of a request it uses', async () => {
    const { supports, fake } = await made();
    expect(supports.tags).toBe(true);
    expect(fake && supports.ids).toBe(false);
  });
});

test.each(['', 'depl', 'constructor', '__proto__'])('%j is no engine', (id) => {
  expect(isEngineId(id)).toBe(false);
  expect(isFakeEngine(id)).toBe(false);
});
