import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { answerKey } from '../../src/engines/answer-key.ts';
import { createDeepL } from '../../src/engines/deepl.ts';
import { createMock } from '../../src/engines/mock.ts';
import type { Outcome } from '../../src/engines/outcome.ts';
import { createPurse } from '../../src/engines/purse.ts';
import { type RunOptions, translateRequests, type Wanted } from '../../src/engines/run.ts';
import { free, unlimited } from '../../src/engines/unlimited.ts';
import { EngineFault, UserError } from '../../src/errors.ts';
import type { Engine, Journal } from '../../src/model.ts';
import { openJournal } from '../../src/store/journal.ts';
import type { FaultName } from './deepl-faults.ts';
import { type FakeDeepL, type FakeDeepLOptions, type Refusal, startFakeDeepL } from './fake-deepl.ts';
import { fakeTime, never, requestFor, sentences, temporaryFolder, wantedFor } from './fixtures.ts';

const servers: FakeDeepL[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

/** A project's journal beside a service; each `run` is what one start of wordferry does. */
interface Stage {
  readonly server: FakeDeepL;
  readonly folder: string;
  readonly engine: Engine;
  readonly time: ReturnType<typeof fakeTime>;
  run(wanted: readonly Wanted[], more?: Partial<RunOptions>): Promise<Outcome>;
}

async function stage(options: FakeDeepLOptions = {}): Promise<Stage> {
  const server = await startFakeDeepL(options);
  servers.push(server);
  const folder = join(temporaryFolder(), 'journal');
  const engine = createDeepL({ key: 'test-key', serverUrl: server.url });
  const time = fakeTime();
  return {
    server,
    folder,
    engine,
    time,
    async run(wanted, more) {
      const journal = openJournal(folder);
      try {
        return await translateRequests(wanted, { engine, journal, signal: never, jobs: 1, time, ...more });
      } finally {
        journal.close();
      }
    },
  };
}

const none = { afterDelivered: 0, inFlight: 0, withinRequest: 0, afterLost: 0, afterDamaged: 0 };
const kinds = ({ results }: Outcome) => results.map((result) => (result.kind === 'left' ? result.reason : result.text));
const right = (texts: readonly string[]) => texts.map((text) => `Translation: ${text}`);

describe('a run', () => {
  test('answers in order, and a second one sends nothing', async () => {
    const { run, server } = await stage();
    const texts = sentences(120);
    const wanted = [...wantedFor(texts), ...wantedFor(texts, 'ko')];
    const first = await run(wanted, { jobs: 4 });
    expect(kinds(first)).toEqual([...right(texts), ...texts.map((text) => `번역: ${text}`)]);
    expect(first).toMatchObject({ status: 0, requests: 6, billed: server.used(), perhapsPaidTwice: 0, fromJournal: 0 });
    const second = await run(wanted);
    expect(second).toEqual({ ...first, requests: 0, billed: 0, cost: 0, fromJournal: 240 });
    expect(server.requests).toHaveLength(6);
    expect(server.billedAgain()).toEqual(none);
  });

  test('gives the same whatever the concurrency', async () => {
    const wanted = ['en', 'ko', 'fr'].flatMap((target) => wantedFor(sentences(130), target));
    const outcomes = [];
    for (const jobs of [1, 2, 4, 99]) outcomes.push((await (await stage()).run(wanted, { jobs })).results);
    expect(new Set(outcomes.map((results) => JSON.stringify(results))).size).toBe(1);
  });

  test('sends a text that stands there twice once', async () => {
    const { run, server } = await stage();
    const outcome = await run(wantedFor(['Ja doch.', 'Nein.', 'Ja doch.']));
    expect(kinds(outcome)).toEqual(right(['Ja doch.', 'Nein.', 'Ja doch.']));
    expect(server.requests.map(({ texts }) => texts)).toEqual([['Ja doch.', 'Nein.']]);
  });

  test('never sends what is no text or too large', async () => {
    const { run, server } = await stage();
    const outcome = await run(wantedFor(['', ' \n', 'Kaputt \ud800', 'ö'.repeat(30_000), 'Ja doch.']));
    expect(kinds(outcome)).toEqual(['unsendable', 'unsendable', 'unsendable', 'unsendable', 'Translation: Ja doch.']);
    expect(server.requests.map(({ texts }) => texts)).toEqual([['Ja doch.']]);
    expect(outcome.status).toBe(0);
  });

  test('tells how far it is', async () => {
    const seen: unknown[] = [];
    const texts = sentences(60);
    await (await stage()).run(wantedFor(texts), { onProgress: (progress) => seen.push(progress) });
    const billed = (done: number) => texts.slice(0, done).join('').length;
    const told = (done: number) => ({
      engine: 'deepl',
      done,
      total: 60,
      characters: billed(done),
      cost: expect.closeTo((billed(done) * 20) / 1_000_000),
      currency: 'EUR',
    });
    expect(seen).toEqual([0, 50, 60].map(told));
  });

  test('leaves nothing on disk if nothing is paid', async () => {
    const { run, folder } = await stage();
    const engine = createMock({ pairs: {} });
    const outcome = await run(wantedFor(['Ja doch.']), { engine, purse: createPurse({ characters: 0 }) });
    expect(kinds(outcome)).toEqual(['⟦mock en⟧ Ja doch.']);
    await run([]);
    expect(() => readdirSync(folder)).toThrow('ENOENT');
  });
});

describe('the key of an answer', () => {
  const request = requestFor('Ein Ärgernis in Kursk.', { terms: [{ source: 'Kursk', target: 'Kursk' }] });
  const languages = { source: 'de', target: 'en' };
  const engine = { id: 'deepl', version: () => '1', fake: false };
  const key = answerKey(request, languages, engine);
  test.each([
    ['context', true, { ...request, context: { before: 'Davor.', after: '' } }, languages, engine],
    ['previous pair', true, { ...request, previous: { source: 'Alt.', target: 'Old.' } }, languages, engine],
    ['normalisation', true, { ...request, text: request.text.normalize('NFD') }, languages, engine],
    ['text', false, { ...request, text: 'Ein Ärgernis in Kursk!' }, languages, engine],
    ['terms', false, { ...request, terms: [] }, languages, engine],
    ['target term', false, { ...request, terms: [{ source: 'Kursk', target: 'Koursk' }] }, languages, engine],
    ['target language', false, request, { source: 'de', target: 'ko' }, engine],
    ['source language', false, request, { source: 'at', target: 'en' }, engine],
    ['engine', false, request, languages, { ...engine, id: 'llm' }],
    ['version', false, request, languages, { ...engine, version: () => '2' }],
  ])('another %s: the same answer is %s', (_, same, other, pair, asked) => {
    expect(answerKey(other, pair, asked) === key).toBe(same);
  });
  test('does not depend on the order of the terms', () => {
    const terms = [
      { source: 'A', target: '1' },
      { source: 'B', target: '2' },
    ];
    const keys = [terms, terms.toReversed()].map((list) => answerKey({ ...request, terms: list }, languages, engine));
    expect(keys[0]).toBe(keys[1]);
  });
});

describe('a crash', () => {
  test('F21 after the answers came costs nothing: the next run sends only the rest', async () => {
    const { run, server, folder, engine } = await stage();
    const texts = sentences(120);
    const journal = openJournal(folder);
    let batches = 0;
    const dying: Journal = {
      ...journal,
      intent(intent) {
        const asking = journal.intent(intent);
        return {
          ...asking,
          settle(...given) {
            asking.settle(...given);
            if (++batches === 2) throw new Error('killed');
          },
        };
      },
    };
    const options = { engine, journal: dying, signal: never, jobs: 1, time: fakeTime() };
    await expect(translateRequests(wantedFor(texts), options)).rejects.toThrow('killed');
    expect(server.requests).toHaveLength(2);
    const outcome = await run(wantedFor(texts));
    expect(kinds(outcome)).toEqual(right(texts));
    expect(outcome).toMatchObject({ status: 0, requests: 1, fromJournal: 100, perhapsPaidTwice: 0 });
    expect(server.billedAgain()).toEqual(none);
  });

  test('F23 while an answer was under way: the next run asks again and says so', async () => {
    const { run, folder } = await stage({ faults: [{ status: 429 }] });
    const [wanted] = wantedFor(['Ja doch.']);
    const { engine } = await stage();
    const journal = openJournal(folder);
    const keys = [answerKey(wanted!.request, wanted!.languages, engine)];
    journal.intent({ keys, bill: [] });
    journal.close();
    expect(await run([wanted!])).toMatchObject({ status: 0, requests: 2, perhapsPaidTwice: 8 });
    expect(await run([wanted!])).toMatchObject({ status: 0, requests: 0, perhapsPaidTwice: 0 });
  });
});

describe('refused', () => {
  const busy: Refusal = { status: 429 };
  const pausing = (value: string): Refusal => ({ status: 429, headers: { 'retry-after': value } });

  test.each<readonly [string, FakeDeepLOptions['faults'] & object, readonly number[]]>([
    ['F02 once', [busy], [500]],
    ['F02 five times', [busy, busy, { status: 503 }, { status: 529 }, busy], [500, 1000, 2000, 4000, 8000]],
    ['F02 with a pause that is none', [pausing('soon'), pausing('-5'), pausing('99999999')], [500, 1000, 2000]],
    ['F01 with a pause of 7 s', [pausing('7')], [7350]],
  ])('%s is asked again after a pause', async (_, faults, slept) => {
    const { run, server, time } = await stage({ faults });
    const texts = sentences(3);
    const outcome = await run(wantedFor(texts));
    expect(kinds(outcome)).toEqual(right(texts));
    expect(outcome).toMatchObject({ status: 0, requests: faults.length + 1, perhapsPaidTwice: 0 });
    expect(time.slept).toEqual(slept);
    expect(server.billedAgain()).toEqual(none);
  });

  test('F01 a pause holds for all requests, one of more than two minutes ends the run', async () => {
    const { run, server, time } = await stage({ faults: [undefined, pausing('121')] });
    const outcome = await run(wantedFor(sentences(200)), { jobs: 2 });
    expect(outcome).toMatchObject({ status: 3, stopped: { text: { id: 'engine.fault.pause' } } });
    expect(kinds(outcome).filter((kind) => kind === 'fault').length).toBeGreaterThan(49);
    expect(server.requests.length).toBeLessThan(4);
    expect(time.slept).toEqual([]);
  });

  test('F02 makes the run send fewer at once; it never sends more than four', async () => {
    const { run } = await stage();
    const underWay = countingEngine(4);
    const outcome = await run(wantedFor(sentences(20)), { engine: underWay.engine, jobs: 99 });
    expect(outcome).toMatchObject({ status: 0, requests: 24 });
    expect(underWay.seen.slice(0, 4)).toEqual([1, 2, 3, 4]);
    expect(Math.max(...underWay.seen)).toBe(4);
    expect(Math.max(...underWay.seen.slice(4, 6))).toBe(2);
    expect(Math.max(...underWay.seen.slice(12))).toBe(4);
  });

  /** Busy for its first calls; `seen`: how many were under way when each call came. */
  function countingEngine(busyCalls: number): { readonly engine: Engine; readonly seen: readonly number[] } {
    const seen: number[] = [];
    let underWay = 0;
    const translate: Engine['translate'] = async ({ requests }) => {
      const call = seen.push(++underWay);
      await new Promise((done) => setImmediate(done));
      underWay -= 1;
      if (call > busyCalls) return { answers: requests.map(({ text }) => ({ text })), bill: free };
      throw new EngineFault({ id: 'engine.fault.busy' }, { billing: 'refused', remedy: 'again' });
    };
    const fits: Engine['fits'] = ({ requests }) => requests.length === 1;
    return { seen, engine: { ...unlimited, id: 'counting', fake: true, version: () => '1', fits, translate } };
  }

  const refused = { billing: 'refused' } as const;
  test.each<readonly [string, EngineFault, number]>([
    [
      'F01 a pause',
      new EngineFault({ id: 'engine.fault.busy' }, { ...refused, remedy: 'again', retryAfter: 60_000 }),
      29,
    ],
    [
      'F03 the end of the quota',
      new EngineFault({ id: 'engine.fault.quota' }, { ...refused, remedy: 'stop', status: 4 }),
      9,
    ],
  ])('%s holds for those who wait for their turn, before the first of them has it', async (_, fault, calls) => {
    const time = fakeTime();
    const began: number[] = [];
    const translate: Engine['translate'] = async ({ requests }) => {
      const call = began.push(time.now());
      await new Promise((done) => setImmediate(done));
      if (call < 9) throw new EngineFault({ id: 'engine.fault.busy' }, { ...refused, remedy: 'again' });
      if (call === 9) throw fault;
      return { answers: requests.map(({ text }) => ({ text })), bill: free };
    };
    const fits: Engine['fits'] = ({ requests }) => requests.length === 1;
    const engine: Engine = { ...unlimited, id: 'busy', fake: true, version: () => '1', fits, translate };
    await translateRequests(wantedFor(sentences(20)), { engine, signal: never, time });
    expect(began).toHaveLength(calls);
    expect(began.slice(9).every((at) => at >= began[8]! + 60_000)).toBe(true);
  });

  test('F07 six times ends the run; the next one goes on', async () => {
    const faults = Array.from({ length: 6 }, () => busy);
    const { run, server } = await stage({ faults: [undefined, ...faults] });
    const texts = sentences(120);
    const outcome = await run(wantedFor(texts));
    expect(outcome).toMatchObject({ status: 3, requests: 7, stopped: { text: { id: 'engine.fault.busy' } } });
    expect(kinds(outcome)).toEqual([...right(texts.slice(0, 50)), ...Array(70).fill('fault')]);
    expect(await run(wantedFor(texts))).toMatchObject({ status: 0, requests: 2, fromJournal: 50 });
    expect(server.billedAgain()).toEqual(none);
  });

  test('F04 for its size is split until it passes; a lone text is left', async () => {
    const large: Refusal = { status: 413 };
    const { run, server } = await stage({ faults: [large, large, large, undefined, undefined] });
    const outcome = await run(wantedFor(sentences(4)));
    expect(kinds(outcome)).toEqual(['unsendable', ...right(sentences(4).slice(1))]);
    expect(server.requests.map(({ texts }) => texts.length)).toEqual([4, 2, 1, 1, 2]);
    expect(server.billedAgain()).toEqual(none);
    const later = await run(wantedFor(sentences(4)));
    expect(later).toMatchObject({
      status: 0,
      requests: 0,
      results: [{ text: { id: 'engine.left.too_large' } }, {}, {}, {}],
    });
    expect(await run(wantedFor(sentences(4)), { retryQuarantined: true })).toMatchObject({ requests: 1 });
    expect(server.billedAgain()).toEqual(none);
  });

  test('F03 for the quota ends the run, says how much is used, and keeps what came', async () => {
    const { run, server } = await stage({ quota: 1700 });
    const outcome = await run(wantedFor(sentences(200)));
    expect(outcome).toMatchObject({
      status: 4,
      requests: 2,
      stopped: { text: { id: 'engine.fault.quota.used', values: { used: 1450, limit: 1700 } } },
    });
    expect(kinds(outcome).slice(48, 52)).toEqual([...right(sentences(50).slice(48)), 'budget', 'budget']);
    expect(server.requests).toHaveLength(2);
  });

  test.each([400, 401, 403, 404])('F06 with %i ends the run at once, without a second try', async (status) => {
    const { run, server } = await stage({ faults: [{ status }] });
    expect(await run(wantedFor(sentences(200)))).toMatchObject({ status: 2, requests: 1, billed: 0 });
    expect(server.requests).toHaveLength(1);
  });
});

describe('perhaps paid', () => {
  test('is what an engine was asked for that breaks without a word', async () => {
    const { run, engine } = await stage();
    const broken: Engine = { ...engine, translate: () => Promise.reject(new TypeError('broken')) };
    await expect(run(wantedFor(['Ja doch.']), { engine: broken })).rejects.toThrow('broken');
    expect(await run(wantedFor(['Ja doch.']))).toMatchObject({ status: 0, perhapsPaidTwice: 8 });
  });

  test.each(['server-error', 'truncated', 'reset', 'html', 'bad-json', 'bad-utf8'] as const)(
    'F05 F09 %s is repeated once',
    async (fault) => {
      const { run, server } = await stage({ faults: [fault] });
      const texts = sentences(3);
      const outcome = await run(wantedFor(texts));
      expect(kinds(outcome)).toEqual(right(texts));
      expect(outcome).toMatchObject({ status: 0, requests: 2, perhapsPaidTwice: texts.join('').length });
      expect(server.billedAgain()).toMatchObject({ afterDelivered: 0, inFlight: 0, withinRequest: 0 });
    },
  );

  test('F09 twice is left for the next run, and the others go on', async () => {
    const { run, server } = await stage({ faults: ['truncated', 'truncated'] });
    const texts = sentences(60);
    const outcome = await run(wantedFor(texts));
    expect(kinds(outcome)).toEqual([...Array(50).fill('fault'), ...right(texts.slice(50))]);
    expect(outcome).toMatchObject({ status: 3, requests: 3 });
    expect(await run(wantedFor(texts))).toMatchObject({ status: 0, requests: 1 });
    expect(server.billedAgain().afterDelivered).toBe(0);
  });

  test('is repeated three times a run at most; then nothing more is sent', async () => {
    const { run, server } = await stage({ faults: Array.from({ length: 20 }, () => 'reset' as const) });
    expect(await run(wantedFor(sentences(500)))).toMatchObject({ status: 3, requests: 7, stopped: {} });
    expect(server.requests).toHaveLength(7);
  });

  test.each(['gzip', 'huge', 'redirect'] as const)('F10 %s ends the run', async (fault) => {
    const { run, server } = await stage({ faults: [fault] });
    expect(await run(wantedFor(sentences(100)))).toMatchObject({ status: 2, requests: 1 });
    expect(server.requests).toHaveLength(1);
  });
});

describe('bad answers', () => {
  test.each(['too-few', 'too-many', 'shifted'] as const)(
    'F11 F13 %s: the batch is discarded and asked for text by text',
    async (fault) => {
      const { run, server } = await stage({ faults: [fault] });
      const texts = sentences(3);
      const outcome = await run(wantedFor(texts));
      expect(kinds(outcome)).toEqual(right(texts));
      expect(server.requests.map((request) => request.texts.length)).toEqual([3, 1, 1, 1]);
      expect(outcome).toMatchObject({ status: 0, billed: server.used(), perhapsPaidTwice: texts.join('').length });
      expect(server.billedAgain()).toEqual({ ...none, afterDamaged: 3 });
    },
  );

  test('F13 repeated: one answer at texts that say different things', async () => {
    const { run, server } = await stage({ faults: ['repeated'] });
    const texts = ['Die Truppen überquerten in der Nacht den Fluss.', 'Niemand hatte damit gerechnet.'];
    expect(kinds(await run(wantedFor(texts)))).toEqual(right(texts));
    expect(server.requests.map((request) => request.texts.length)).toEqual([2, 1, 1]);
    expect(server.billedAgain()).toEqual({ ...none, afterDamaged: 2 });
  });

  test('F11 is asked again three times a run at most; then nothing more is sent', async () => {
    const { run, server } = await stage({
      faults: [1, 2, 3, 4].flatMap(() => ['too-few' as const, ...Array(50).fill(undefined)]),
    });
    const outcome = await run(wantedFor(sentences(250)));
    expect(outcome).toMatchObject({ status: 3, requests: 3 * 51 + 1, stopped: { text: { id: 'engine.fault.count' } } });
    expect(server.requests).toHaveLength(3 * 51 + 1);
  });

  test('F11 again for a lone text: nobody pays a third time by himself', async () => {
    const { run, server } = await stage({ faults: ['too-few', 'too-few'] });
    const texts = sentences(2);
    expect(kinds(await run(wantedFor(texts)))).toEqual(['quarantined', right(texts)[1]]);
    expect(await run(wantedFor(texts))).toMatchObject({ requests: 0 });
    expect(server.billedAgain()).toEqual({ ...none, afterDamaged: 2 });
  });

  test.each([
    ['F12', ['null-text', 'no-text'], 'engine.answer.not_text', 2],
    ['F12', ['blank-text', 'blank-text'], 'engine.answer.empty', 2],
    // The same machine would say the same again.
    ['F15', ['echo'], 'engine.answer.unchanged', 1],
  ] as const)(
    '%s %j fails alone, and is never paid a third time unless one asks for it',
    async (_, faults, id, asked) => {
      const { run, server } = await stage({ faults });
      const texts = sentences(3);
      for (const { requests, status } of [
        { requests: asked, status: 3 },
        { requests: 0, status: 0 },
      ]) {
        const outcome = await run(wantedFor(texts));
        expect(outcome.results[0]).toMatchObject({ kind: 'left', reason: 'quarantined', text: { id } });
        expect(kinds(outcome).slice(1)).toEqual(right(texts).slice(1));
        expect(outcome).toMatchObject({ status, requests });
      }
      expect(server.requests).toHaveLength(asked);
      expect(kinds(await run(wantedFor(texts), { retryQuarantined: true }))).toEqual(right(texts));
      expect(kinds(await run(wantedFor(texts)))).toEqual(right(texts));
      expect(server.requests).toHaveLength(asked + 1);
    },
  );

  test('F12 a damaged answer is asked for once more, alone; a crash before that changes nothing', async () => {
    const { run, server, folder, engine } = await stage({ faults: ['null-text'] });
    const texts = sentences(3);
    const journal = openJournal(folder);
    const dying: Journal = {
      ...journal,
      intent(intent) {
        if (intent.keys.length === 1) throw new Error('killed');
        return journal.intent(intent);
      },
    };
    const options = { engine, journal: dying, signal: never, jobs: 1, time: fakeTime() };
    await expect(translateRequests(wantedFor(texts), options)).rejects.toThrow('killed');
    expect(await run(wantedFor(texts))).toMatchObject({ status: 0, requests: 1, fromJournal: 2, perhapsPaidTwice: 29 });
    expect(server.requests.map((request) => request.texts.length)).toEqual([3, 1]);
    expect(server.billedAgain()).toEqual({ ...none, afterDamaged: 1 });
  });

  test('F17 entities of an answer are decoded once', async () => {
    const { run } = await stage({ faults: ['entities'] });
    expect(kinds(await run(wantedFor([`Er sagt "A & B's".`])))).toEqual([`Translation: Er sagt "A & B's".`]);
  });
});

describe('the budget', () => {
  const texts = sentences(4);
  const each = texts[0]!.length;

  test.each([
    [0, 0],
    [each - 1, 0],
    [each, 1],
    [3 * each + 1, 3],
    [4 * each, 4],
  ])('of %i characters pays for %i texts, the first ones', async (budget, paid) => {
    const { run, server } = await stage();
    const outcome = await run(wantedFor(texts), { purse: createPurse({ characters: budget }) });
    expect(kinds(outcome)).toEqual([...right(texts.slice(0, paid)), ...Array(4 - paid).fill('budget')]);
    expect(outcome).toMatchObject({ status: paid === 4 ? 0 : 4, billed: paid * each });
    const left = { budget, sentences: 4 - paid, characters: (4 - paid) * each };
    expect(outcome.stopped?.text.values).toEqual(paid === 4 ? undefined : left);
    expect(server.used()).toBe(paid * each);
  });

  test('covers what may have been paid, too', async () => {
    const { run, server } = await stage({ faults: ['reset'] });
    const outcome = await run(wantedFor(texts), { purse: createPurse({ characters: 7 * each }) });
    expect(outcome).toMatchObject({ status: 4, requests: 1, stopped: { text: { id: 'engine.fault.budget' } } });
    expect(server.used()).toBe(4 * each);
  });

  test('does not count what was refused, nor what was paid before', async () => {
    const { run } = await stage({ faults: [{ status: 429 }, { status: 429 }] });
    expect(await run(wantedFor(texts), { purse: createPurse({ characters: 4 * each }) })).toMatchObject({
      status: 0,
      billed: 4 * each,
    });
    expect(await run(wantedFor(texts), { purse: createPurse({ characters: 0 }) })).toMatchObject({
      status: 0,
      fromJournal: 4,
    });
  });
});

describe('F22 an interruption', () => {
  test('before: nothing is sent', async () => {
    const { run, server } = await stage();
    const outcome = await run(wantedFor(sentences(2)), { signal: AbortSignal.abort() });
    expect(outcome).toMatchObject({ status: 130, requests: 0 });
    expect(kinds(outcome)).toEqual(['interrupted', 'interrupted']);
    expect(server.requests).toEqual([]);
  });

  test('while an answer is under way: it is awaited and kept, and nothing more is sent', async () => {
    const controller = new AbortController();
    const translate = (text: string) => {
      controller.abort();
      return `Translation: ${text}`;
    };
    const { run, server } = await stage({ translate });
    const texts = sentences(60);
    let pause: AbortSignal | undefined;
    const sleep = (_: number, signal: AbortSignal) => {
      pause = signal;
      return new Promise<void>(() => undefined);
    };
    const stuck = { ...fakeTime(), sleep };
    const outcome = await run(wantedFor(texts), { signal: controller.signal, time: stuck });
    expect(kinds(outcome)).toEqual([...right(texts.slice(0, 50)), ...Array(10).fill('interrupted')]);
    expect(outcome).toMatchObject({ status: 130, requests: 1, billed: server.used() });
    expect(pause?.aborted).toBe(true);
  });

  test('and no answer in ten seconds: the request is ended', async () => {
    const { run, server, time } = await stage({ faults: ['hang'] });
    const controller = new AbortController();
    const outcome = run(wantedFor(sentences(2)), { signal: controller.signal });
    await vi.waitUntil(() => server.requests.length === 1);
    controller.abort();
    expect(kinds(await outcome)).toEqual(['interrupted', 'interrupted']);
    expect(time.slept).toEqual([10_000]);
  });

  test('ends a pause', async () => {
    const { run, server } = await stage({ faults: [{ status: 429, headers: { 'retry-after': '100' } }] });
    const controller = new AbortController();
    const sleep = (_: number, signal: AbortSignal) => {
      controller.abort();
      return signal.aborted ? Promise.resolve() : new Promise<void>(() => undefined);
    };
    const outcome = await run(wantedFor(sentences(2)), { signal: controller.signal, time: { ...fakeTime(), sleep } });
    expect(outcome).toMatchObject({ status: 130, requests: 1 });
    expect(server.requests).toHaveLength(1);
  });
});

describe('F25 a full disk', () => {
  const full = () => {
    throw new UserError({ id: 'journal.space', values: { free: 0, needed: 1 } }, { status: 7 });
  };

  const settlingWith = (journal: Journal, settle: () => never): Journal => ({
    ...journal,
    intent: (intent) => ({ ...journal.intent(intent), settle }),
  });

  test('before a request: nothing is sent', async () => {
    const { run, server, folder } = await stage();
    const outcome = await run(wantedFor(sentences(60)), { journal: { ...openJournal(folder), intent: full } });
    expect(outcome).toMatchObject({ status: 7, requests: 0, billed: 0, stopped: { text: { id: 'journal.space' } } });
    expect(server.requests).toEqual([]);
  });

  test('after an answer: what was paid is used, and nothing more is sent', async () => {
    const { run, server, folder } = await stage();
    const texts = sentences(60);
    const outcome = await run(wantedFor(texts), { journal: settlingWith(openJournal(folder), full) });
    expect(kinds(outcome)).toEqual([...right(texts.slice(0, 50)), ...Array(10).fill('fault')]);
    expect(outcome.status).toBe(7);
    expect(server.requests).toHaveLength(1);
  });
});

test.each<FaultName | Refusal>([{ status: 403 }, { status: 400 }, 'gzip', 'bad-json', 'reset', 'echo'])(
  'the key is in nothing that is written or told: %j',
  async (fault) => {
    const key = 'k3y-0f-m1ne:fx';
    const body = JSON.stringify({ message: `Wrong key ${key}` });
    const { run, server, folder } = await stage({
      key,
      faults: [typeof fault === 'object' ? { ...fault, body } : fault],
    });
    const engine = createDeepL({ key, serverUrl: server.url });
    const outcome = await run(wantedFor(sentences(2)), { engine });
    const written = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
    expect(written.join('').length).toBeGreaterThan(100);
    expect(inspect([engine, outcome, written], { depth: 9 })).not.toContain('k3y-0f-m1ne');
  },
);

test('whatever goes wrong: the budget holds, nothing delivered is paid again, and in the end all is there', async () => {
  const faults = [
    'server-error',
    'truncated',
    'reset',
    'too-few',
    'too-many',
    'shifted',
    'html',
    'bad-json',
    'gzip',
    'huge',
  ];
  const statuses = [400, 403, 413, 429, 456, 500, 503].map((status) => ({ status }));
  const script = fc.array(fc.constantFrom(undefined, ...(faults as FaultName[]), ...statuses), { maxLength: 12 });
  const texts = sentences(70);
  const budgets = fc.integer({ min: 0, max: 3 * texts.join('').length });
  await fc.assert(
    fc.asyncProperty(script, budgets, fc.integer({ min: 1, max: 4 }), async (scripted, budget, jobs) => {
      const { run, server } = await stage({ faults: scripted });
      await run(wantedFor(texts), { purse: createPurse({ characters: budget }), jobs });
      expect(server.used()).toBeLessThanOrEqual(budget);
      let outcome = await run(wantedFor(texts), { jobs });
      for (let more = 0; more < 13 && outcome.status !== 0; more++) outcome = await run(wantedFor(texts), { jobs });
      outcome = await run(wantedFor(texts), { jobs, retryQuarantined: true });
      expect(kinds(outcome)).toEqual(right(texts));
      expect(server.billedAgain()).toMatchObject({ afterDelivered: 0, inFlight: 0, withinRequest: 0 });
    }),
    { seed: 1, numRuns: 25 },
  );
});
