import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type EngineId, engineIds, isEngineId, isFakeEngine } from '../../src/engine-ids.ts';
import { type EngineSettings, engines } from '../../src/engines/index.ts';
import { validate } from '../../src/engines/validate.ts';
import type { Batch, Engine } from '../../src/model.ts';
import { type FakeDeepL, startFakeDeepL } from './fake-deepl.ts';
import { batchOf, never, requestFor } from './fixtures.ts';

let server: FakeDeepL;
beforeAll(async () => {
  server = await startFakeDeepL();
});
afterAll(() => server.close());

const settings = (): EngineSettings => ({
  deepl: { key: 'test-key', serverUrl: server.url },
  mock: { pairs: { en: { 'Guten Tag.': 'Hello.' } } },
});

/** A new engine has to say here what it is. */
const expected: Readonly<Record<EngineId, { readonly fake: boolean } | undefined>> = {
  deepl: { fake: false },
  echo: { fake: true },
  mock: { fake: true },
  none: undefined,
  pseudo: { fake: true },
};

const texts = [
  'Guten Tag.',
  'Im Januar erbeuteten {count} Truppen 12.500 Dokumente, siehe https://example.org/a?b=1.',
  'Er sagte: „So ist es.“',
  'Zwei 👩‍👩‍👧 kamen nach Pjöngjang.',
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
  const make = () => engines[id](settings());
  const made = async () => (await make()) as Engine;

  test('is listed under its own id, and says whether its answers are translations', async () => {
    const engine = await make();
    expect(engine && { id: engine.id, fake: engine.fake }).toEqual(expected[id] && { id, ...expected[id] });
    expect(isFakeEngine(id)).toBe(engine?.fake ?? false);
  });
  if (expected[id] === undefined) return;

  test.each(batches)('gives one good answer a text, in order, and the same again: $languages.target', async (batch) => {
    const engine = await made();
    const answers = await engine.translate(batch, never);
    const verdicts = answers.map(({ text }, index) => validate(text, texts[index]!, batch.languages, engine));
    expect(verdicts).toEqual(answers.map(({ text }) => ({ text })));
    expect(answers).toHaveLength(texts.length);
    expect(await engine.translate(batch, never)).toEqual(answers);
  });

  test('bills the code points of the text, or nothing if it is no translation', async () => {
    const engine = await made();
    const answers = await engine.translate(batches[0]!, never);
    expect(answers.map(({ billed }) => billed)).toEqual(texts.map((text) => (engine.fake ? 0 : [...text].length)));
  });

  test('does not write into the batch', async () => {
    const before = structuredClone(batches);
    await (await made()).translate(batches[0]!, never);
    expect(batches).toEqual(before);
  });

  test('takes a text alone, and says of a batch whether it fits without asking anybody', async () => {
    const engine = await made();
    const sent = server.requests.length;
    expect(engine.fits(batchOf([texts[0]!]))).toBe(true);
    expect(typeof engine.fits(batchOf(Array.from({ length: 1000 }, () => texts[1]!)))).toBe('boolean');
    expect(server.requests).toHaveLength(sent);
  });
});

test.each(['', 'depl', 'constructor', '__proto__'])('%j is no engine', (id) => {
  expect(isEngineId(id)).toBe(false);
  expect(isFakeEngine(id)).toBe(false);
});
