import { inspect } from 'node:util';
import { afterEach, describe, expect, test } from 'vitest';
import { createLibreTranslate, type LibreTranslateSettings } from '../../src/engines/libretranslate.ts';
import { fromHtml, toHtml } from '../../src/engines/libretranslate-html.ts';
import { EngineFault } from '../../src/errors.ts';
import {
  type FakeLibreTranslate,
  type FakeLibreTranslateOptions,
  type LibreTranslateFaultName,
  startFakeLibreTranslate,
} from './fake-libretranslate.ts';
import type { Refusal } from './fake-service.ts';
import { batchOf, never, sentences, wantedFor } from './fixtures.ts';
import { stageFor, told } from './stage.ts';

const servers: FakeLibreTranslate[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

async function start(options: FakeLibreTranslateOptions = {}): Promise<FakeLibreTranslate> {
  const server = await startFakeLibreTranslate(options);
  servers.push(server);
  return server;
}

const engineFor = ({ url }: { url: string }, more: Partial<LibreTranslateSettings> = {}) =>
  createLibreTranslate({ url, key: 'test-key', ...more });

describe('a request', () => {
  test('of plain texts', async () => {
    const server = await start();
    const { answers, bill } = await engineFor(server).translate(batchOf(['Guten Tag.', 'R&D: a < b.'], 'en-GB'), never);
    expect(server.requests[0]?.fields).toEqual({
      q: ['Guten Tag.', 'R&D: a < b.'],
      source: 'de',
      target: 'en',
      format: 'text',
      api_key: 'test-key',
    });
    expect(server.requests[0]?.headers.authorization).toBeUndefined();
    expect(answers.map((answer) => answer?.text)).toEqual(['Translation: Guten Tag.', 'Translation: R&D: a < b.']);
    expect(bill).toEqual({ characters: 21 });
  });

  test('without a key has none', async () => {
    const server = await start();
    await engineFor(server, { key: undefined })
      .translate(batchOf(['Ja.']), never)
      .catch(() => undefined);
    expect(server.requests[0]?.fields).not.toHaveProperty('api_key');
  });

  test.each([
    [
      'codes',
      'Das <g id="1">alte</g> Haus & <x id="2"/>: a < b.',
      'Das <g id="1">alte</g> Haus &amp; <x id="2"></x>: a &lt; b.',
    ],
    ['entities, which a plain text would lose', 'Das Zeichen &amp; bleibt.', 'Das Zeichen &amp;amp; bleibt.'],
  ])('of a text with %s is HTML', async (_, text, html) => {
    const server = await start({ translate: (each) => `In English: ${each}` });
    const { answers } = await engineFor(server).translate(batchOf([text, 'R&D']), never);
    expect(server.requests[0]?.fields).toMatchObject({ q: [html, 'R&amp;D'], format: 'html' });
    expect(answers.map((answer) => answer?.text)).toEqual([`In English: ${text}`, 'In English: R&D']);
  });
});

test.each([
  ['<x id="1"/>', '<x id="1"></x>'],
  ['<g id="1"><x id="2"/>a</g>', '<g id="1"><x id="2"></x>a</g>'],
  ['a < b > c', 'a &lt; b &gt; c'],
])('%s is %s', (text, html) => {
  expect(toHtml(text)).toBe(html);
  expect(fromHtml(html.replace('&lt;', '<').replace('&gt;', '>'))).toBe(text);
});

describe('a fault', () => {
  const again = { billing: 'unknown', remedy: 'again' } as const;
  const wrong = { billing: 'refused', remedy: 'stop', status: 2 } as const;
  const says = (status: number, error: string): Refusal => ({ status, body: JSON.stringify({ error }) });

  test.each<readonly [LibreTranslateFaultName | Refusal, id: string, Partial<EngineFault>]>([
    ['server-error', 'server', again],
    ['truncated', 'lost', again],
    ['html', 'unreadable', again],
    ['bad-json', 'unreadable', again],
    ['no-object', 'unreadable', again],
    ['one-string', 'unreadable', again],
    ['huge', 'too_long', { billing: 'unknown', remedy: 'stop', status: 2 }],
    ['redirect', 'redirect', wrong],
    [
      says(400, 'Invalid request: request (9000) exceeds text limit (5000)'),
      'size',
      { billing: 'refused', remedy: 'split' },
    ],
    [says(429, 'Slowdown: 80 per 1 minute'), 'busy', { billing: 'refused', remedy: 'again' }],
    [says(403, 'Invalid API key'), 'key', wrong],
    [
      says(404, 'Not found'),
      'request',
      { ...wrong, hint: expect.objectContaining({ values: { variable: 'LIBRETRANSLATE_URL' } }) },
    ],
    [says(500, 'Cannot translate text: boom'), 'server', again],
  ])('%j is engine.fault.%s', async (scripted, id, expected) => {
    const server = await start({ faults: [scripted] });
    const fault = await faultOf(engineFor(server).translate(batchOf(['Guten Tag.', 'Ja.']), never));
    expect(fault).toMatchObject({ ...expected, text: { id: `engine.fault.${id}` } });
  });

  test('of a language that the server does not have stops, and says which', async () => {
    const server = await start();
    const fault = await faultOf(engineFor(server).translate(batchOf(['Ja.'], 'fr'), never));
    expect(fault).toMatchObject({ ...wrong, text: { values: { words: ': fr is not supported' } } });
  });

  test('tells neither key nor texts', async () => {
    for (const secret of ['k3y-0f-m1ne', 'Ein geheimer Satz.']) {
      const server = await start({ key: 'k3y-0f-m1ne', faults: [says(400, `You sent ${secret}`)] });
      const engine = engineFor(server, { key: 'k3y-0f-m1ne' });
      const fault = await faultOf(engine.translate(batchOf(['Ein geheimer Satz.']), never));
      expect(inspect([fault, engine], { depth: 9, showHidden: true })).not.toContain(secret);
    }
  });
});

describe('in a run', () => {
  const texts = sentences(4);
  const right = texts.map((text) => `Translation: ${text}`);

  test.each<readonly [LibreTranslateFaultName, sent: readonly number[]]>([
    ['entities', [4]],
    ['null-text', [4, 1]],
    ['lost-marks', [4]],
    ['too-few', [4, 1, 1, 1, 1]],
    ['too-many', [4, 1, 1, 1, 1]],
    ['shifted', [4, 1, 1, 1, 1]],
    ['bad-json', [4, 4]],
  ])('%s: in the end all is there', async (fault, sent) => {
    const server = await start({ faults: [fault] });
    expect(told(await stageFor(engineFor(server))(wantedFor(texts)))).toEqual(right);
    expect(server.requests.map(({ fields }) => fields.q.length)).toEqual(sent);
  });

  test('what the server finds too long goes in parts, and a sentence that is too long alone is left', async () => {
    const server = await start();
    const long = ['a', 'b', 'c'].map((letter) => `Der Satz ${letter} ist ${'sehr '.repeat(500)}lang.`);
    const outcome = await stageFor(engineFor(server))(wantedFor([...long, `Und ${'noch '.repeat(1200)}länger.`]));
    expect(told(outcome)).toEqual([...long.map((text) => `Translation: ${text}`), 'unsendable engine.left.too_large']);
    expect(server.billedAgain()).toMatchObject({ afterDamaged: 0, afterDelivered: 0 });
  });
});

async function faultOf(promise: Promise<unknown>): Promise<EngineFault> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(EngineFault);
  return error as EngineFault;
}
