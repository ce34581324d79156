import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { afterEach, describe, expect, test } from 'vitest';
import { createDeepL } from '../../src/engines/deepl.ts';
import { formOf, sizeOf } from '../../src/engines/deepl-form.ts';
import { instruct } from '../../src/engines/deepl-instructions.ts';
import type { DeepLSettings } from '../../src/engines/deepl-settings.ts';
import { EngineFault, type UserError } from '../../src/errors.ts';
import type { Batch } from '../../src/model.ts';
import type { FaultName } from './deepl-faults.ts';
import { type FakeDeepL, type FakeDeepLOptions, type Refusal, startFakeDeepL } from './fake-deepl.ts';
import { batchOf, never, requestFor, sentences } from './fixtures.ts';

const servers: { close(): unknown }[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

async function start(options: FakeDeepLOptions = {}): Promise<FakeDeepL> {
  const server = await startFakeDeepL(options);
  servers.push(server);
  return server;
}

const engineFor = ({ url }: { url: string }, more: Partial<DeepLSettings> = {}) =>
  createDeepL({ key: 'test-key', serverUrl: url, ...more });

async function faultOf(promise: Promise<unknown>): Promise<EngineFault> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(EngineFault);
  return error as EngineFault;
}

test('deepl-node is loaded only when something is really sent, and nobody else gets its transport', async () => {
  const { cache, resolve } = createRequire(import.meta.url);
  const axios = createRequire(resolve('deepl-node'))('axios');
  const { adapter } = axios.defaults;
  const server = await start();
  const engine = engineFor(server);
  engine.fits(batchOf(['Guten Tag.']));
  expect(resolve('deepl-node') in cache).toBe(false);
  await engine.translate(batchOf(['Guten Tag.']), never);
  expect(resolve('deepl-node') in cache).toBe(true);
  expect(axios.defaults.adapter).toBe(adapter);
});

describe('a request', () => {
  const batch: Batch = {
    languages: { source: 'de-DE', target: 'en' },
    requests: [
      requestFor('Er reiste nach Pjöngjang.', {
        context: { before: 'Davor.', after: 'Dann schwieg er.' },
        terms: [{ source: 'Pjöngjang', target: 'Pyongyang' }],
      }),
      requestFor('Dann schwieg er.', {
        context: { before: 'Er reiste nach Pjöngjang.', after: '' },
        terms: [
          { source: 'Kursk', target: 'Kursk' },
          { source: 'Pjöngjang', target: 'Pyongyang' },
        ],
      }),
    ],
  };

  test('has these fields, and the size that batches are formed by', async () => {
    const server = await start();
    const { answers, bill } = await engineFor(server).translate(batch, never);
    const [request] = server.requests;
    expect([...(request?.form ?? [])]).toEqual([
      ['target_lang', 'en-US'],
      ['source_lang', 'de'],
      ['show_billed_characters', '1'],
      ['text', 'Er reiste nach Pjöngjang.'],
      ['text', 'Dann schwieg er.'],
      ['split_sentences', '0'],
      ['preserve_formatting', '1'],
      ['context', 'Davor. Dann schwieg er. Er reiste nach Pjöngjang.'],
      ['custom_instructions', 'Use these translations: "Kursk" → "Kursk"; "Pjöngjang" → "Pyongyang"'],
    ]);
    expectEnough(sizeOf(formOf(batch, {})), request?.bytes);
    expect(answers).toEqual([
      { text: 'Translation: Er reiste nach Pyongyang.' },
      { text: 'Translation: Dann schwieg er.' },
    ]);
    expect(bill).toEqual({ characters: 41 });
  });

  test('with codes is XML, strictly, in which nothing else is a tag', async () => {
    const server = await start({ translate: (text) => text.replace('Haus', 'house') });
    const texts = ['Das <g id="1">alte</g> Haus & <x id="2"/>: a < b.', 'R&D'];
    const { answers } = await engineFor(server).translate(batchOf(texts), never);
    const { form, bytes } = server.requests[0]!;
    expect(form.getAll('text')).toEqual(['Das <g id="1">alte</g> Haus &amp; <x id="2"/>: a &lt; b.', 'R&amp;D']);
    expect([form.get('tag_handling'), form.get('tag_handling_version'), form.get('outline_detection')]).toEqual([
      'xml',
      'v2',
      '0',
    ]);
    expectEnough(sizeOf(formOf(batchOf(texts), {})), bytes);
    expect(answers.map((answer) => answer?.text)).toEqual([
      'Das <g id="1">alte</g> house & <x id="2"/>: a < b.',
      'R&D',
    ]);
  });

  test('tells nothing about this machine, wants no compression and ends its connection', async () => {
    const server = await start();
    await engineFor(server).translate(batch, never);
    expect(server.requests[0]?.headers).toEqual({
      accept: 'application/json, text/plain, */*',
      'accept-encoding': 'identity',
      authorization: 'DeepL-Auth-Key test-key',
      connection: 'close',
      'content-length': String(server.requests[0]?.bytes),
      'content-type': 'application/x-www-form-urlencoded;charset=utf-8',
      host: new URL(server.url).host,
      'user-agent': expect.stringMatching(/^deepl-node\/[\d.]+ wordferry\/[\d.]+$/u),
    });
  });

  test.each([
    ['en', 'en-US'],
    ['en-GB', 'en-GB'],
    ['ko', 'ko'],
    ['pt', 'pt-PT'],
    ['fr', 'fr-CA'],
  ])('to %s asks for %s', async (target, expected) => {
    const server = await start();
    await engineFor(server, { style: { fr: { variety: 'fr-CA' } } }).translate(batchOf(['Ja.'], target), never);
    expect(server.requests[0]?.form.get('target_lang')).toBe(expected);
  });

  test('tells what was used', async () => {
    const server = await start({ quota: 1000 });
    await engineFor(server).translate(batchOf(['Guten Tag.']), never);
    expect(await engineFor(server).usage?.(never)).toEqual({ used: 10, limit: 1000 });
  });
});

/** Fields that depend on the account have their longest values. */
function expectEnough(size: number, bytes = 0): void {
  expect(size).toBeGreaterThanOrEqual(bytes);
  expect(size).toBeLessThan(bytes + 100);
}

describe('house style and options', () => {
  const style = { ko: { register: 'polite', formality: 'more', guide: 'AP' }, en: { variety: 'en-GB' } } as const;
  const options = { model: 'quality_optimized', styleRule: 'a1b2', glossary: 'Haus' } as const;
  const glossary = {
    glossary_id: 'g-1',
    name: 'Haus',
    creation_time: '2026-01-02T03:04:05Z',
    dictionaries: [{ source_lang: 'de', target_lang: 'ko', entry_count: 1 }],
  };

  test('are fields of a request', async () => {
    const server = await start({ glossaries: [glossary] });
    const engine = engineFor(server, { style, options });
    const batch = batchOf(['Ja.', 'Nein.'], 'ko');
    await engine.translate(batch, never);
    await engine.translate(batchOf(['Ja.'], 'en'), never);
    const [korean, english] = server.requests.map(({ form }) => Object.fromEntries(form));
    expect(korean).toMatchObject({
      target_lang: 'ko',
      formality: 'prefer_more',
      model_type: 'quality_optimized',
      style_id: 'a1b2',
      glossary_id: 'g-1',
    });
    expect(server.requests[0]?.form.getAll('custom_instructions')).toEqual([
      'End sentences in the formal polite style: -습니다, never -다 or -요.',
      'Follow the AP style guide for numbers, dates, titles and spelling.',
    ]);
    expectEnough(sizeOf(formOf(batch, { style, options })), server.requests[0]?.bytes);
    expect(english).toMatchObject({ target_lang: 'en-GB' });
    expect(english).not.toHaveProperty('glossary_id');
    expect(server.others).toEqual(['/v3/glossaries']);
  });

  test.each([
    ['none', []],
    ['two', [glossary, { ...glossary, glossary_id: 'g-2' }]],
  ])('a glossary of which DeepL has %s ends it', async (_, glossaries) => {
    const server = await start({ glossaries });
    const answer = engineFor(server, { options }).translate(batchOf(['Ja.'], 'ko'), never);
    await expect(answer).rejects.toMatchObject({ status: 2, text: { id: 'engine.deepl.glossary' } });
    expect(server.requests).toEqual([]);
  });

  test('a pace of wordferry.yaml, and a price, stand in place of DeepL’s', () => {
    const price = { currency: 'USD', characters: 1 };
    const at = (key: string, options: DeepLSettings['options'] = {}) => createDeepL({ key, options });
    expect(at('k').limits).toEqual({ texts: 50, bytes: 122_880, concurrency: 4 });
    expect(at('k', { concurrency: 99, charactersPerMinute: 1000 }).limits).toMatchObject({
      concurrency: 16,
      charactersPerMinute: 1000,
    });
    expect(at('k').price).toEqual({ currency: 'EUR', characters: 20 });
    expect(at('k:fx').price).toEqual({ currency: 'EUR', characters: 0 });
    expect(at('k', { price }).price).toBe(price);
  });
});

describe('a batch fits', () => {
  const { fits } = createDeepL({ key: 'test-key' });
  const terms = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      source: `Begriff Nummer ${index}`,
      target: `term number ${index}`,
    }));
  test.each<readonly [boolean, string, Batch]>([
    [true, '50 texts', batchOf(sentences(50))],
    [false, '51 texts', batchOf(sentences(51))],
    [true, '13,600 syllables', batchOf(['가'.repeat(6_800), '나'.repeat(6_800)], 'de')],
    [false, '13,700 syllables', batchOf(['가'.repeat(6_850), '나'.repeat(6_850)], 'de')],
    [false, 'a text of 122,880 letters', batchOf(['a'.repeat(122_880)])],
    [true, 'a text with more terms than can be said', withTerms('ko', terms(100))],
    [true, 'two texts with 60 terms', withTerms('ko', terms(30), terms(60))],
    [false, 'two texts with 100 terms', withTerms('ko', terms(50), terms(100))],
    [true, 'two texts with 100 terms in a language without instructions', withTerms('pl', terms(50), terms(100))],
  ])('%s: %s', (expected, _, batch) => {
    expect(fits(batch)).toBe(expected);
  });

  function withTerms(target: string, ...lists: readonly Batch['requests'][number]['terms'][]): Batch {
    const requests = lists.map((list, index) => requestFor(`Satz ${index}.`, { terms: list }));
    return { languages: { source: 'de', target }, requests };
  }
});

describe('instructions', () => {
  const term = (length: number) => ({ source: 'x'.repeat(length), target: 'y' });
  test.each([
    [
      'each term once, in one order',
      [
        { source: 'B', target: '2' },
        { source: 'A', target: '1' },
        { source: 'B', target: '2' },
      ],
      ['Use these translations: "A" → "1"; "B" → "2"'],
    ],
    ['no term that alone is too long', [term(300)], []],
    [
      'at most 300 characters each',
      [term(260), term(261)],
      [260, 261].map((length) => `Use these translations: "${'x'.repeat(length)}" → "y"`),
    ],
  ])('%s', (_, terms, expected) => {
    expect(instruct(terms, { target: 'ko', before: [] }).instructions).toEqual(expected);
  });
  test('never more than 10', () => {
    const many = Array.from({ length: 500 }, (_, index) => ({ source: `Wort${index}`, target: `word${index}` }));
    const { instructions, complete } = instruct(many, { target: 'en-US', before: [] });
    expect(instructions.map(({ length }) => length <= 300)).toEqual(Array(10).fill(true));
    expect(complete).toBe(false);
  });
});

describe('settings', () => {
  test.each<readonly [id: string, DeepLSettings]>([
    ['engine.no_key', { key: undefined }],
    ['engine.no_key', { key: '' }],
    ['engine.bad_key', { key: 'secret\r\nx: y' }],
    ['engine.bad_key', { key: 'secret secret' }],
    ['engine.bad_key', { key: 'secret\n' }],
    ['engine.bad_key', { key: 'secret\u0000' }],
    ['engine.bad_key', { key: 'secret–ö' }],
    ['engine.bad_address', { key: 'secret', serverUrl: 'http://api.deepl.com' }],
    ['engine.bad_address', { key: 'secret', serverUrl: 'http://127.0.0.1.evil.example' }],
    ['engine.bad_address', { key: 'secret', serverUrl: 'http://localhost.evil.example' }],
    ['engine.bad_address', { key: 'secret', serverUrl: 'https://user:pass@api.deepl.com' }],
    ['engine.bad_address', { key: 'secret', serverUrl: 'ftp://127.0.0.1' }],
    ['engine.bad_address', { key: 'secret', serverUrl: 'api.deepl.com' }],
  ])('%s: %j', (id, settings) => {
    const error = errorOf(() => createDeepL(settings));
    expect(error).toMatchObject({ text: { id }, status: 2 });
    expect(inspect(error)).not.toMatch(/secret|evil|pass/u);
  });
  test.each(['http://localhost:1', 'http://127.0.0.1:1/', 'http://[::1]:1', 'https://api.deepl.com'])(
    '%s is fine',
    (serverUrl) => {
      expect(createDeepL({ key: 'k:fx', serverUrl }).id).toBe('deepl');
    },
  );

  function errorOf(work: () => unknown): UserError | undefined {
    try {
      work();
      return undefined;
    } catch (error) {
      return error as UserError;
    }
  }
});

describe('a fault', () => {
  const again = { billing: 'unknown', remedy: 'again', status: 3 } as const;
  const refused = { billing: 'refused', remedy: 'again', status: 3 } as const;
  const wrong = { billing: 'refused', remedy: 'stop', status: 2 } as const;
  const inWords = 'Value for "target_lang" not supported.';

  test.each<readonly [FaultName | Refusal, id: string, Partial<EngineFault>]>([
    [{ status: 400, body: JSON.stringify({ message: inWords }) }, 'request', wrong],
    [{ status: 401 }, 'key', wrong],
    [{ status: 403 }, 'key', wrong],
    [{ status: 404 }, 'request', wrong],
    [{ status: 413 }, 'size', { billing: 'refused', remedy: 'split' }],
    [{ status: 429 }, 'busy', { ...refused, retryAfter: undefined }],
    [{ status: 429, headers: { 'retry-after': '7' } }, 'busy', { ...refused, retryAfter: 7000 }],
    [{ status: 503 }, 'busy', refused],
    [{ status: 529 }, 'busy', refused],
    [{ status: 456 }, 'quota', { billing: 'refused', remedy: 'stop', status: 4 }],
    [{ status: 502, body: '<html>' }, 'server', again],
    ['server-error', 'server', again],
    ['truncated', 'lost', again],
    ['reset', 'lost', again],
    ['html', 'unreadable', again],
    ['bad-json', 'unreadable', again],
    ['bad-utf8', 'unreadable', again],
    ['no-language', 'unreadable', again],
    ['gzip', 'encoding', { billing: 'unknown', remedy: 'stop', status: 2 }],
    ['huge', 'too_long', { billing: 'unknown', remedy: 'stop', status: 2 }],
    ['redirect', 'redirect', wrong],
  ])('%j is engine.fault.%s', async (scripted, id, expected) => {
    const server = await start({ faults: [scripted] });
    const fault = await faultOf(engineFor(server).translate(batchOf(['Guten Tag.']), never));
    expect(fault).toMatchObject({ ...expected, text: { id: `engine.fault.${id}` } });
    expect(server.requests).toHaveLength(1);
    expect(server.others).toEqual([]);
  });

  test('of the service is told in its words, but not with ours', async () => {
    const key = 'k3y-of-mine:fx';
    const context = { before: 'Davor stand noch etwas.', after: '' };
    const secretBatch = {
      ...batchOf([]),
      requests: [requestFor('Ein geheimer Satz.', { context }), requestFor('Ja!')],
    };
    const told = async (message: string) => {
      const server = await start({ key, faults: [{ status: 400, body: JSON.stringify({ message }) }] });
      return faultOf(engineFor(server, { key }).translate(secretBatch, never));
    };
    expect((await told(inWords)).text.values?.words).toBe(`: ${inWords}`);
    expect((await told(`${inWords}\u001b[2J\n`)).text.values?.words).toBe(`: ${inWords} [2J `);
    expect((await told('x'.repeat(999))).text.values?.words).toHaveLength(202);
    expect((await told('Too many texts. Er rief')).text.values?.words).toBe(': Too many texts. Er rief');
    for (const secret of [
      key,
      'Ein geheimer Satz.',
      'in geheimer S',
      'EIN GEHEIMER',
      'Davor stand n',
      'Ja!',
      key.slice(2),
    ]) {
      const fault = await told(`You sent ${secret}`);
      expect(inspect(fault, { depth: 9, showHidden: true })).not.toContain(secret);
    }
  });

  test('without a connection costs nothing', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((listening) => server.on('listening', listening));
    const { port } = server.address() as AddressInfo;
    await new Promise((closed) => server.close(closed));
    const fault = await faultOf(engineFor({ url: `http://127.0.0.1:${port}` }).translate(batchOf(['Ja.']), never));
    expect(fault).toMatchObject({
      ...refused,
      text: { id: 'engine.fault.connection', values: { host: `127.0.0.1:${port}`, code: 'ECONNREFUSED' } },
      hint: { id: 'engine.fault.unreachable.address', values: { variable: 'DEEPL_SERVER_URL' } },
    });
  });

  test('of a server that cannot speak TLS is not tried again', async () => {
    const server = await start();
    const fault = await faultOf(
      engineFor({ url: server.url.replace('http:', 'https:') }).translate(batchOf(['Ja.']), never),
    );
    expect(fault).toMatchObject({ billing: 'refused', remedy: 'stop', text: { id: 'engine.fault.certificate' } });
  });

  test.each(['hang', 'trickle'] as const)('%s ends when the run does', async (scripted) => {
    const server = await start({ faults: [scripted] });
    const controller = new AbortController();
    const promise = engineFor(server).translate(batchOf(['Ja.']), controller.signal);
    while (server.requests.length === 0) await new Promise((done) => setTimeout(done, 5));
    controller.abort();
    expect(await faultOf(promise)).toMatchObject({ billing: 'unknown', text: { id: 'engine.fault.interrupted' } });
  });

  test.each(['null-text', 'no-text', 'blank-text'] as const)(
    '%s is an answer like another: its judge is elsewhere',
    async (scripted) => {
      const server = await start({ faults: [scripted] });
      const { answers, bill } = await engineFor(server).translate(batchOf(['Ja.', 'Nein.']), never);
      expect(answers).toHaveLength(2);
      expect(bill).toEqual({ characters: 8 });
    },
  );
});
