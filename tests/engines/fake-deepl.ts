import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type FaultName, faults, jsonType, type RightAnswer, sendRight } from './deepl-faults.ts';
import { type BilledAgain, type Ledger, openLedger } from './ledger.ts';

/** An HTTP error, never billed. */
export interface Refusal {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface FakeDeepLOptions {
  /** What each translate request meets, in order; `undefined`, and every one after: a right answer. */
  readonly faults?: readonly (FaultName | Refusal | undefined)[];
  /** Default: `Translation: …` or `번역: …`, with the terms of the instructions replaced. */
  readonly translate?: (text: string, target: string) => string;
  /** Default `test-key`; requests with another one get 403. */
  readonly key?: string;
  /** Characters; beyond them 456. */
  readonly quota?: number;
  /** Milliseconds from a request, which is billed at once, to its answer. */
  readonly delay?: number;
}

/** A translate request as it came. */
interface FakeRequest {
  readonly headers: IncomingMessage['headers'];
  readonly form: URLSearchParams;
  readonly texts: readonly string[];
  readonly bytes: number;
}

export interface FakeDeepL {
  readonly url: string;
  readonly requests: readonly FakeRequest[];
  /** Paths other than v2/translate that were asked for. */
  readonly others: readonly string[];
  billedAgain(): BilledAgain;
  /** Characters billed. */
  used(): number;
  close(): Promise<void>;
}

/** DeepL's v2/translate and v2/usage on loopback, with its limits, a script of faults, and a ledger of what was billed. */
export async function startFakeDeepL(options: FakeDeepLOptions = {}): Promise<FakeDeepL> {
  const service: Service = {
    options,
    script: [...(options.faults ?? [])],
    requests: [],
    others: [],
    ledger: openLedger(),
    used: 0,
  };
  const server = createServer((incoming, response) => {
    serve(service, incoming, response).catch(() => response.destroy());
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { requests, others, ledger } = service;
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    others,
    billedAgain: ledger.billedAgain,
    used: () => service.used,
    async close() {
      const closed = new Promise((done) => server.close(done));
      server.closeAllConnections();
      await closed;
    },
  };
}

interface Service {
  readonly options: FakeDeepLOptions;
  readonly script: (FaultName | Refusal | undefined)[];
  readonly requests: FakeRequest[];
  readonly others: string[];
  readonly ledger: Ledger;
  used: number;
}

async function serve(service: Service, incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  const { options, others, used } = service;
  const body = await readBody(incoming);
  if (incoming.url === '/v2/translate') {
    const form = new URLSearchParams(body);
    const { headers } = incoming;
    return translate(service, { headers, form, texts: form.getAll('text'), bytes: body.length }, response);
  }
  others.push(incoming.url ?? '');
  const usage = { character_count: used, character_limit: options.quota ?? 500_000 };
  const known = incoming.url === '/v2/usage' && isAuthorised(incoming.headers, options);
  response.writeHead(known ? 200 : 404, jsonType).end(JSON.stringify(known ? usage : {}));
}

function translate(service: Service, request: FakeRequest, response: ServerResponse): void {
  service.requests.push(request);
  const fault = service.script.shift();
  const refusal = typeof fault === 'object' ? fault : refuse(request, service);
  if (refusal) {
    response.writeHead(refusal.status, { ...jsonType, ...refusal.headers }).end(refusal.body);
    return;
  }
  service.used += characters(request.texts);
  const entry = service.ledger.bill(request.form.get('target_lang') ?? '', request.texts);
  response.on('close', () => {
    if (!response.writableFinished) entry.settle('afterLost');
    else entry.settle(fault === undefined ? 'afterDelivered' : 'afterDamaged');
  });
  const send = typeof fault === 'string' ? faults[fault] : sendRight;
  const answer = () => send(rightAnswer(request, service.options), response);
  if (service.options.delay === undefined) answer();
  else setTimeout(answer, service.options.delay);
}

/** The documented limits: 128 KiB a body, 50 texts, 10 instructions of 300 characters, target languages, the quota. */
function refuse({ headers, bytes, form, texts }: FakeRequest, { options, used }: Service): Refusal | undefined {
  const refusal = (status: number, message: string) => ({ status, body: JSON.stringify({ message }) });
  const instructions = form.getAll('custom_instructions');
  if (!isAuthorised(headers, options)) return refusal(403, `Wrong key ${headers.authorization}`);
  if (bytes > 128 * 1024) return refusal(413, 'Request Entity Too Large');
  if (texts.length === 0 || texts.length > 50) return refusal(400, 'Bad number of texts');
  if (/^(?:|en|pt|xx)$/iu.test(form.get('target_lang') ?? '')) {
    return refusal(400, "Value for 'target_lang' not supported.");
  }
  if (instructions.length > 10 || instructions.some((instruction) => instruction.length > 300)) {
    return refusal(400, 'Bad custom_instructions');
  }
  if (used + characters(texts) > (options.quota ?? Infinity)) return refusal(456, 'Quota Exceeded');
  return undefined;
}

function isAuthorised({ authorization }: IncomingMessage['headers'], { key = 'test-key' }: FakeDeepLOptions): boolean {
  return authorization === `DeepL-Auth-Key ${key}`;
}

function rightAnswer({ form, texts }: FakeRequest, { translate }: FakeDeepLOptions): RightAnswer {
  const target = form.get('target_lang') ?? '';
  const translations = texts.map((text) => {
    const translated = translate?.(text, target) ?? invent(text, target, form.getAll('custom_instructions'));
    return { detected_source_language: 'DE', text: translated, billed_characters: [...text].length };
  });
  return { texts, translations };
}

/** Obeys `"Pjöngjang" → "평양"`. */
function invent(text: string, target: string, instructions: readonly string[]): string {
  const terms = instructions.flatMap((line) => [...line.matchAll(/"([^"]*)" → "([^"]*)"/gu)]);
  const replaced = terms.reduce((done, [, source, term]) => done.replaceAll(source!, term!), text);
  return `${target.toLowerCase() === 'ko' ? '번역' : 'Translation'}: ${replaced}`;
}

function characters(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + [...text].length, 0);
}

async function readBody(incoming: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of incoming.setEncoding('utf8')) body += chunk;
  return body;
}
