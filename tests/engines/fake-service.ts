import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { Pair } from '../../src/model.ts';
import { type BilledAgain, type Ledger, openLedger } from './ledger.ts';
import { jsonType } from './wire-faults.ts';

/** An HTTP error, never billed. */
export interface Refusal {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface ServiceOptions<FaultName extends string = string> {
  /** What each request for translations meets, in order; `undefined`, and every one after: a right answer. */
  readonly faults?: readonly (FaultName | Refusal | undefined)[];
  /** In place of those: what a request meets by what it asks for. */
  readonly faultFor?: (request: ServiceRequest) => FaultName | Refusal | undefined;
  /** Default: `Translation: …` or `번역: …`, with the terms of the request replaced. */
  readonly translate?: (text: string, target: string) => string;
  /** Default `test-key`; requests with another one are refused. */
  readonly key?: string;
  /** Characters; beyond them nothing is left to spend. */
  readonly quota?: number;
  /** Milliseconds from a request to its answer, or to its refusal. */
  readonly latency?: number;
}

/** A request for translations as it came. */
export interface ServiceRequest {
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  readonly bytes: number;
  readonly texts: readonly string[];
  /** What of them is billed. */
  readonly characters: number;
  readonly target: string;
  readonly terms: readonly Pair[];
}

/** What the right answer would be, and how the service writes any list of texts. */
export interface Right<Request extends ServiceRequest = ServiceRequest> {
  readonly request: Request;
  readonly answers: readonly string[];
  json(answers: readonly unknown[]): string;
}

/** An answer that goes wrong after the work was done: it is billed. */
export type Fault<Request extends ServiceRequest = ServiceRequest> = (
  right: Right<Request>,
  response: ServerResponse,
) => unknown;

/** How a service speaks. */
export interface Protocol<Request extends ServiceRequest> {
  readonly faults: Readonly<Record<string, Fault<Request>>>;
  isForTranslation(path: string): boolean;
  read(body: string): Omit<Request, 'headers' | 'body' | 'bytes'>;
  /** What it does not take: keys, sizes, the end of the quota. */
  refuse(request: Request, account: Account): Refusal | undefined;
  json(answers: readonly unknown[], request: Request): string;
  /** Its other paths; `undefined`: there is no such thing. */
  other?(path: string, headers: IncomingMessage['headers'], account: Account): object | undefined;
}

export interface Account {
  readonly key: string;
  readonly quota: number;
  /** Characters billed. */
  used: number;
}

export interface FakeService<Request extends ServiceRequest = ServiceRequest> {
  readonly url: string;
  readonly requests: readonly Request[];
  /** Other paths that were asked for. */
  readonly others: readonly string[];
  billedAgain(): BilledAgain;
  /** Characters billed. */
  used(): number;
  close(): Promise<void>;
}

/** A translation service on loopback, with a script of faults and a ledger of what was billed. */
export async function startFakeService<Request extends ServiceRequest>(
  protocol: Protocol<Request>,
  options: ServiceOptions,
): Promise<FakeService<Request>> {
  const service: Service<Request> = {
    protocol,
    options,
    script: [...(options.faults ?? [])],
    requests: [],
    others: [],
    ledger: openLedger(),
    account: { key: options.key ?? 'test-key', quota: options.quota ?? Number.POSITIVE_INFINITY, used: 0 },
  };
  const server = createServer((incoming, response) => {
    serve(service, incoming, response).catch(() => response.destroy());
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { requests, others, ledger, account } = service;
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    others,
    billedAgain: ledger.billedAgain,
    used: () => account.used,
    async close() {
      const closed = new Promise((done) => server.close(done));
      server.closeAllConnections();
      await closed;
    },
  };
}

interface Service<Request extends ServiceRequest> {
  readonly protocol: Protocol<Request>;
  readonly options: ServiceOptions;
  readonly script: (string | Refusal | undefined)[];
  readonly requests: Request[];
  readonly others: string[];
  readonly ledger: Ledger;
  readonly account: Account;
}

async function serve<Request extends ServiceRequest>(
  service: Service<Request>,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { protocol, others, account } = service;
  const [path = '', headers, body] = [incoming.url, incoming.headers, await readBody(incoming)];
  if (protocol.isForTranslation(path)) {
    const request = { ...protocol.read(body), headers, body, bytes: Buffer.byteLength(body) } as Request;
    return translate(service, request, response);
  }
  others.push(path);
  const known = protocol.other?.(path, headers, account);
  response.writeHead(known ? 200 : 404, jsonType).end(JSON.stringify(known ?? {}));
}

async function translate<Request extends ServiceRequest>(
  service: Service<Request>,
  request: Request,
  response: ServerResponse,
): Promise<void> {
  const { protocol, options, account, ledger } = service;
  service.requests.push(request);
  const fault = options.faultFor === undefined ? service.script.shift() : options.faultFor(request);
  const refusal = typeof fault === 'object' ? fault : protocol.refuse(request, account);
  if (refusal) {
    await pass(options);
    response.writeHead(refusal.status, { ...jsonType, ...refusal.headers }).end(refusal.body);
    return;
  }
  account.used += request.characters;
  const entry = ledger.bill(request.target, request.texts);
  response.on('close', () => {
    if (!response.writableFinished) entry.settle('afterLost');
    else entry.settle(fault === undefined ? 'afterDelivered' : 'afterDamaged');
  });
  await pass(options);
  const send = typeof fault === 'string' ? protocol.faults[fault]! : sendRight;
  send(rightAnswer(service, request), response);
}

async function pass({ latency = 0 }: ServiceOptions): Promise<void> {
  if (latency > 0) await wait(latency);
}

function sendRight({ answers, json }: Right, response: ServerResponse): void {
  response.writeHead(200, jsonType).end(json(answers));
}

function rightAnswer<Request extends ServiceRequest>(
  { protocol, options }: Service<Request>,
  request: Request,
): Right<Request> {
  const { texts, target, terms } = request;
  const answers = texts.map((text) => options.translate?.(text, target) ?? invent(text, target, terms));
  return { request, answers, json: (any) => protocol.json(any, request) };
}

function invent(text: string, target: string, terms: readonly Pair[]): string {
  const replaced = terms.reduce((done, { source, target: term }) => done.replaceAll(source, term), text);
  return `${target.toLowerCase() === 'ko' ? '번역' : 'Translation'}: ${replaced}`;
}

/** Unicode code points. */
export function charactersIn(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + [...text].length, 0);
}

async function readBody(incoming: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of incoming.setEncoding('utf8')) body += chunk;
  return body;
}
