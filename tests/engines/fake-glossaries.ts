import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Refusal } from './fake-deepl.ts';

export interface FakeGlossariesOptions {
  /** What each request meets, in order; `lost`: it is done, and the connection ends without an answer. */
  readonly faults?: readonly (Refusal | 'lost' | 'damaged' | undefined)[];
  /** How many glossaries the account may have. */
  readonly most?: number;
}

interface Stored {
  readonly name: string;
  /** Rows by `de-en`. */
  readonly dictionaries: Map<string, Map<string, string>>;
}

export interface FakeGlossaries {
  readonly url: string;
  /** `PATCH /v3/glossaries/g1` with the rows that came: `de-en Kursk=Kursk`. */
  readonly requests: readonly string[];
  readonly glossaries: ReadonlyMap<string, Stored>;
  /** What people do at DeepL. */
  add(name: string, dictionaries: Readonly<Record<string, Readonly<Record<string, string>>>>): void;
  close(): Promise<void>;
}

/** DeepL's v3/glossaries on loopback: what the documented requests do to a map. */
export async function startFakeGlossaries(options: FakeGlossariesOptions = {}): Promise<FakeGlossaries> {
  const account: Account = {
    glossaries: new Map(),
    requests: [],
    script: [...(options.faults ?? [])],
    most: options.most ?? 10,
  };
  const server = createServer((incoming, response) => {
    serve(account, incoming, response).catch(() => response.destroy());
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: account.requests,
    glossaries: account.glossaries,
    add(name, dictionaries) {
      const rows = Object.entries(dictionaries).map(([pair, each]) => [pair, new Map(Object.entries(each))] as const);
      account.glossaries.set(`g${account.glossaries.size + 1}`, { name, dictionaries: new Map(rows) });
    },
    async close() {
      const closed = new Promise((done) => server.close(done));
      server.closeAllConnections();
      await closed;
    },
  };
}

interface Account {
  readonly glossaries: Map<string, Stored>;
  readonly requests: string[];
  readonly script: (Refusal | 'lost' | 'damaged' | undefined)[];
  readonly most: number;
}

interface Reply {
  readonly status: number;
  readonly body?: unknown;
}

async function serve(account: Account, incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  let body = '';
  for await (const chunk of incoming.setEncoding('utf8')) body += chunk;
  const { method = '', url = '', headers } = incoming;
  const form = new URLSearchParams(body);
  const path = new URL(url, 'http://localhost');
  const rows = [...form].filter(([name]) => name.endsWith('entries')).map(([, tsv]) => tsv.replaceAll('\t', '='));
  account.requests.push([`${method} ${decodeURIComponent(url)}`, ...rows].join(' ').replaceAll('\n', ', '));
  const fault = account.script.shift();
  if (headers.authorization !== 'DeepL-Auth-Key test-key')
    return answer(response, { status: 403, body: { message: 'key' } });
  if (typeof fault === 'object') {
    response.writeHead(fault.status, { 'content-type': 'application/json', ...fault.headers }).end(fault.body);
    return;
  }
  const reply = handle(account, `${method} ${path.pathname}`, { form, query: path.searchParams });
  if (fault === 'lost') response.destroy();
  else answer(response, fault === 'damaged' ? { status: 200, body: { glossaries: [{ name: 1 }] } } : reply);
}

function answer(response: ServerResponse, { status, body }: Reply): void {
  if (body === undefined) response.writeHead(status).end();
  else response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

interface Asked {
  readonly form: URLSearchParams;
  readonly query: URLSearchParams;
}

function handle(account: Account, request: string, { form, query }: Asked): Reply {
  const { glossaries } = account;
  const [, method, id = '', part = ''] = /^(\w+) \/v3\/glossaries(?:\/(\w+))?(?:\/(\w+))?$/.exec(request) ?? [];
  if (request === 'GET /v3/glossaries')
    return { status: 200, body: { glossaries: [...glossaries].map(([each, stored]) => shown(each, stored)) } };
  if (request === 'POST /v3/glossaries') {
    if (glossaries.size >= account.most) return { status: 456, body: { message: 'Too many glossaries' } };
    const stored = { name: form.get('name') ?? '', dictionaries: new Map(dictionariesIn(form)) };
    glossaries.set(`g${glossaries.size + 1}`, stored);
    return { status: 201, body: shown(`g${glossaries.size}`, stored) };
  }
  const stored = glossaries.get(id);
  if (stored === undefined) return { status: 404, body: { message: 'Not found' } };
  const pair = `${query.get('source_lang')}-${query.get('target_lang')}`;
  if (method === 'GET' && part === 'entries') return entriesOf(stored, pair);
  if (method === 'DELETE' && part === 'dictionaries') {
    stored.dictionaries.delete(pair);
    return { status: 204 };
  }
  if (method === 'PUT') {
    const target = `${form.get('source_lang')}-${form.get('target_lang')}`;
    stored.dictionaries.set(target, rowsIn(form.get('entries') ?? ''));
    return { status: 200, body: { source_lang: 'de', target_lang: 'en', entry_count: 1 } };
  }
  for (const [target, rows] of dictionariesIn(form))
    stored.dictionaries.set(target, new Map([...(stored.dictionaries.get(target) ?? []), ...rows]));
  return { status: 200, body: shown(id, stored) };
}

function entriesOf({ dictionaries }: Stored, pair: string): Reply {
  const [source_lang, target_lang] = pair.split('-');
  const entries = [...(dictionaries.get(pair) ?? [])].map((row) => row.join('\t')).join('\n');
  return { status: 200, body: { dictionaries: [{ source_lang, target_lang, entries, entries_format: 'tsv' }] } };
}

function dictionariesIn(form: URLSearchParams): readonly (readonly [string, Map<string, string>])[] {
  const count = [...form.keys()].filter((name) => name.endsWith('.entries')).length;
  return Array.from({ length: count }, (_, at) => {
    const field = (name: string) => form.get(`dictionaries[${at}].${name}`) ?? '';
    return [`${field('source_lang')}-${field('target_lang')}`, rowsIn(field('entries'))] as const;
  });
}

function rowsIn(tsv: string): Map<string, string> {
  return new Map(tsv.split('\n').map((line) => line.split('\t') as [string, string]));
}

function shown(id: string, { name, dictionaries }: Stored): object {
  return {
    glossary_id: id,
    name,
    creation_time: '2026-01-01T00:00:00Z',
    dictionaries: [...dictionaries].map(([pair, rows]) => {
      const [source_lang, target_lang] = pair.toUpperCase().split('-');
      return { source_lang, target_lang, entry_count: rows.size };
    }),
  };
}
