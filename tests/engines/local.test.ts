import { getEventListeners } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { createLocal, type LocalSettings } from '../../src/engines/local.ts';
import { fromHtml, toHtml } from '../../src/engines/local-html.ts';
import { translateRequests } from '../../src/engines/run.ts';
import type { Engine } from '../../src/model.ts';
import { batchOf, fakeTime, never, sentences, wantedFor } from './fixtures.ts';
import { dead, type LocalFixture, localModels, toyModels, trapped } from './local-fixtures.ts';
import { spell, toEnglish, toKorean, toyModel } from './toy-model.ts';

const engines: Engine[] = [];
afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.close?.();
});

/** With all that it needs; one for all tests. */
const good = createLocal(localModels());
afterAll(() => good.close?.());

function create(fixture: LocalFixture, settings: LocalSettings = {}): Engine {
  const engine = createLocal(localModels(fixture), settings);
  engines.push(engine);
  return engine;
}

const english = (text: string): string => spell(text, toEnglish);
const korean = (text: string): string => spell(english(text), toKorean);
const free = { characters: 0 };

describe('translates', () => {
  const texts = ['Guten Tag.', 'Im Januar 2025: 12.500 (!) Soldaten', 'Ja. Nein. Vielleicht.', 'a < b & c > "d"'];

  test('with one model, for nothing', async () => {
    const answers = texts.map((text) => ({ text: english(text) }));
    expect(await good.translate(batchOf(texts), never)).toEqual({ answers, bill: free });
  });

  test('through English where there is no model of its own', async () => {
    const answers = texts.map((text) => ({ text: korean(text) }));
    expect(await good.translate(batchOf(texts, 'ko'), never)).toEqual({ answers, bill: free });
  });

  test('with the model of its own where there is one', async () => {
    const engine = create({ models: { ...toyModels, 'de-ko': toyModel(toKorean) } });
    expect((await engine.translate(batchOf(['Tag'], 'ko'), never)).answers).toEqual([{ text: spell('Tag', toKorean) }]);
  });

  test('as many texts as fit, and the next batch in the same thread', async () => {
    const batch = batchOf(sentences(32));
    expect(good.fits(batch)).toBe(true);
    for (const _ of [1, 2])
      expect((await good.translate(batch, never)).answers).toEqual(
        sentences(32).map((text) => ({ text: english(text) })),
      );
  });

  test('batch after batch, and leaves nothing behind', async () => {
    const warnings: Error[] = [];
    const warn = (warning: Error) => warnings.push(warning);
    process.on('warning', warn);
    const { signal } = new AbortController();
    for (let turn = 0; turn < 12; turn++) await good.translate(batchOf(['Tag']), signal);
    await setImmediate();
    process.off('warning', warn);
    expect(warnings).toEqual([]);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  test('each model read once a thread', async () => {
    const read: string[] = [];
    const models = localModels();
    const readOne = (pair: string) => {
      read.push(pair);
      return models.read(pair);
    };
    const engine = createLocal({ ...models, read: readOne });
    engines.push(engine);
    for (const target of ['en', 'ko', 'en', 'ko']) await engine.translate(batchOf(['Tag'], target), never);
    expect(read).toEqual(['de-en', 'en-ko']);
  });

  test('two batches at once, each with its own answers', async () => {
    const replies = await Promise.all(['Eins', 'Zwei'].map((text) => good.translate(batchOf([text]), never)));
    expect(replies.map(({ answers }) => answers)).toEqual([[{ text: english('Eins') }], [{ text: english('Zwei') }]]);
  });

  test('a line end as a blank: it would end the sentence', async () => {
    const { answers } = await good.translate(batchOf(['Guten\n Tag.']), never);
    expect(answers).toEqual([{ text: english('Guten Tag.') }]);
  });
});

test.each([
  ['one text too many', sentences(33), false],
  ['a text as long as any', ['a'.repeat(1500)], true],
  ['a text that Marian would cut', ['a'.repeat(1501)], false],
])('%s', (_, texts, fits) => {
  expect(good.fits(batchOf(texts))).toBe(fits);
});

describe('codes', () => {
  test.each([
    [
      'Er & <g id="1">sie</g> <x id="2"/> kamen <g id="3">nach <g id="4">Hause</g></g>.',
      'Fs & <g id="1">tjf</g> <x id="2"/> lbnfo <g id="3">obdi <g id="4">Ibvtf</g></g>.',
    ],
    ['<x id="1"/>', '<x id="1"/>'],
    ['<g id="1"></g>', '<g id="1"></g>'],
    [
      'Am <x id="1"/>, <x id="2"/> und (<x id="3"/>) <x id="4"/>',
      'Bn <x id="1"/>, <x id="2"/> voe (<x id="3"/>) <x id="4"/>',
    ],
    ['<x id="1"/> <x id="2"/> Tag', '<x id="1"/> <x id="2"/> Ubh'],
    ['<g id="1">Tag</g>, a &amp; b &lt; c', '<g id="1">Ubh</g>, b &bnq; c &mu; d'],
    ['Um {n} Uhr auf https://example.org/a?b=1.', 'Vn {n} Vis bvg https://example.org/a?b=1.'],
    ['<g id="1">{n} Tage</g>{m}<x id="2"/>', '<g id="1">{n} Ubhf</g>{m}<x id="2"/>'],
    ['{n}', '{n}'],
    ['x < y {n}\nund <br>', 'y < z {n} voe <br>'],
    ['</g> ist <g id="1">offen', '</h> jtu <h je="1">pggfo'],
  ])('%s', async (text, expected) => {
    expect((await good.translate(batchOf([text]), never)).answers).toEqual([{ text: expected }]);
  });

  test.each([
    ['the longest piece keeps it', '<b id="1">a</b> b <b id="1">ccc</b>', 'a b <g id="1">ccc</g>'],
    ['the first of empty ones', '<img id="1"> a <img id="1">', '<x id="1"/> a'],
    ['each for itself', '<b id="1"><b id="2">a</b> bb</b> <b id="2">cc</b>', '<g id="1">a bb</g> <g id="2">cc</g>'],
    ['what has no copy stays', '<b id="1">a</b><img id="2"/>&lt;&amp;', '<g id="1">a</g><x id="2"/><&'],
  ])('of a code that comes in pieces %s', (_, text, expected) => {
    expect(fromHtml({ text, isHtml: true }, '')).toBe(expected);
  });

  test.each(['a < b', '<g id="1">x &lt; y</g>', '<x id="7"/>&<x id="8"/>', 'a <x id="1"/> b'])(
    '%s comes back from HTML',
    (text) => {
      expect(fromHtml(toHtml(text), text)).toBe(text);
    },
  );
});

describe('models', () => {
  test.each([
    ['de', 'en', [], 'de-en'],
    ['de', 'ko', [], 'de-en en-ko'],
    ['de', 'ko', ['de-en'], 'en-ko'],
    ['de', 'en-US', ['de-en'], undefined],
    ['de', 'ko', ['de-ko'], undefined],
    ['en-GB', 'ko', ['en-ko'], undefined],
    ['fr', 'ko', ['de-en', 'en-ko'], 'fr-en'],
  ])('%s → %s with %j needs %s', async (source, target, pairs, models) => {
    const toys = Object.fromEntries(pairs.map((pair) => [pair, toyModels['de-en']!]));
    const engine = create({ models: toys });
    const wanted = models && { id: 'engine.local.missing', values: { source, target, models } };
    expect(engine.refuses({ source, target })).toEqual(wanted);
    if (wanted) {
      const batch = { ...batchOf(['Tag']), languages: { source, target } };
      await expect(engine.translate(batch, never)).rejects.toMatchObject({ text: wanted });
    }
  });

  test('and the translator are part of the key of an answer', () => {
    const { version } = good;
    expect(version({ source: 'de', target: 'en' })).toBe('1 0.4.9 hash of de-en');
    expect(version({ source: 'de', target: 'ko' })).toBe('1 0.4.9 hash of de-en hash of en-ko');
  });

  const whole = toyModels['de-en']!;
  test.each([
    ['another version of the format', { model: Uint8Array.from(whole.model).fill(2, 0, 1) }],
    ['no model at all', { model: Buffer.from('<html>Not found</html>') }],
    ['half a model', { model: whole.model.subarray(0, 5000) }],
    ['no vocabulary at all', { vocabularies: [Buffer.from('nothing'), whole.vocabularies[1]!] }],
    ['no matrices of this kind', { precision: 'int16' as 'int8shiftAll' }],
  ])('%s is said with its name and its place', async (_, damage) => {
    const engine = create({ models: { ...toyModels, 'de-en': { ...whole, ...damage } } });
    await expect(engine.translate(batchOf(['Tag'], 'ko'), never)).rejects.toMatchObject({
      name: 'UserError',
      text: { id: 'engine.local.broken', values: { pair: 'de-en', version: '0.4.9' } },
      place: { file: '/models/de-en/model.bin' },
    });
  });
});

describe('nothing is billed, and the next batch is translated, where', () => {
  const interrupted = {
    name: 'EngineFault',
    billing: 'refused',
    remedy: 'stop',
    text: { id: 'engine.fault.interrupted' },
  };
  const crashed = { name: 'EngineFault', billing: 'refused', remedy: 'split', text: { id: 'engine.local.crashed' } };
  const works = async (engine: Engine) =>
    expect((await engine.translate(batchOf(['Tag']), never)).answers).toEqual([{ text: english('Tag') }]);

  test.each(['Abbruch', 'Ende', 'Speicher'])('the translator ends: %s', async (word) => {
    const engine = create({ program: trapped });
    await expect(engine.translate(batchOf([word]), never)).rejects.toMatchObject(crashed);
    await works(engine);
    await expect(engine.translate(batchOf(['Gut.', word]), never)).rejects.toMatchObject(crashed);
    await works(engine);
  });

  test('it never comes to an end', async () => {
    const engine = create({ program: trapped }, { deadline: () => 2000 });
    const late = { ...crashed, text: { id: 'engine.fault.deadline', values: { engine: 'local', seconds: 2 } } };
    await expect(engine.translate(batchOf(['Schleife']), never)).rejects.toMatchObject(late);
    await works(engine);
  });

  test('the run is interrupted', async () => {
    const engine = create({ program: trapped });
    const controller = new AbortController();
    const answer = engine.translate(batchOf(['Schleife']), controller.signal);
    setTimeout(() => controller.abort(), 300);
    await expect(answer).rejects.toMatchObject(interrupted);
    await expect(engine.translate(batchOf(['Tag']), controller.signal)).rejects.toMatchObject(interrupted);
    await works(engine);
  });

  test('the engine was closed', async () => {
    const engine = create({ program: trapped });
    await works(engine);
    await engine.close?.();
    await works(engine);
  });
});

test('nothing of the environment is in the thread, so no key', async () => {
  process.env.DEEPL_API_KEY = 'canary';
  const engine = create({ program: trapped });
  const { answers } = await engine.translate(batchOf(['Umgebung']), never);
  expect(answers).toEqual([{ text: english('Umgebung') }]);
  delete process.env.DEEPL_API_KEY;
});

test('ten batches in a row that come to nothing end the run', async () => {
  const engine = create({ program: dead });
  const remedies = [];
  for (let turn = 0; turn < 10; turn++)
    remedies.push(await engine.translate(batchOf(['Tag']), never).catch(({ remedy }) => remedy));
  expect(remedies).toEqual([...Array.from({ length: 9 }, () => 'split'), 'stop']);
});

describe('a run', () => {
  test.each(['en', 'ko'])('has all its sentences translated: %s', async (target) => {
    const texts = [...sentences(40), 'Der <g id="1">Kreml</g> und <x id="2"/> schweigen heute.'];
    const { results } = await translateRequests(wantedFor(texts, target), { engine: good, signal: never });
    const write = target === 'en' ? english : korean;
    const answers = texts.map((text) => text.replace(/[^<>]+(?![^<]*>)/g, write));
    expect(results).toEqual(answers.map((text) => ({ kind: 'answered', text })));
  });

  test('loses only the sentence that breaks the translator', async () => {
    const texts = sentences(32).with(13, 'Hier kommt der Abbruch.');
    const engine = create({ program: trapped });
    const { results } = await translateRequests(wantedFor(texts), { engine, signal: never, time: fakeTime() });
    const kinds = results.map((result) => (result.kind === 'answered' ? result.text : result.reason));
    expect(kinds).toEqual(texts.map(english).with(13, 'unsendable'));
  });
});
