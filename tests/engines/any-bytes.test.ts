import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDeepL } from '../../src/engines/deepl.ts';
import { createLibreTranslate } from '../../src/engines/libretranslate.ts';
import { createLlm } from '../../src/engines/llm.ts';
import { EngineFault } from '../../src/errors.ts';
import type { Engine } from '../../src/model.ts';
import { batchOf, never } from './fixtures.ts';
import { completionOf } from './openai-faults.ts';

let answer: { readonly status: number; readonly body: string | Buffer };
let server: Server;
let url: string;
beforeAll(async () => {
  server = createServer((_, response) => {
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((closed) => server.close(closed)));

const engines: Readonly<Record<string, () => Engine>> = {
  deepl: () => createDeepL({ key: 'k', serverUrl: url }),
  libretranslate: () => createLibreTranslate({ url }),
  llm: () => createLlm({ url, model: 'm' }),
};

const bytes = fc.uint8Array({ maxLength: 200 }).map((array) => Buffer.from(array));
const listOf = (name: string) => fc.jsonValue().map((value) => JSON.stringify({ [name]: value }));
const lists = (name: string) => fc.array(fc.jsonValue()).map((value) => JSON.stringify({ [name]: value }));
const completions = fc
  .oneof(listOf('translations'), lists('translations'))
  .map((text) => completionOf(text, { bytes: 1 }));
const names = ['translations', 'translatedText', 'choices', 'error', 'message'];
const bodies = fc.oneof(bytes, fc.json(), completions, ...names.flatMap((name) => [listOf(name), lists(name)]));
const statuses = fc.constantFrom(200, 200, 200, 201, 204, 400, 404, 429, 500);

test.each(Object.keys(engines))('%s: whatever bytes come, they are answers or a fault of the engine', async (id) => {
  const engine = engines[id]!();
  await fc.assert(
    fc.asyncProperty(bodies, statuses, async (body, status) => {
      answer = { status, body };
      const outcome = await engine.translate(batchOf(['Ja.', 'Nein.']), never).catch((error: unknown) => error);
      if (outcome instanceof EngineFault) return;
      expect(outcome).toMatchObject({ answers: expect.any(Array), bill: { characters: expect.any(Number) } });
    }),
    { seed: 7, numRuns: 100 },
  );
});
