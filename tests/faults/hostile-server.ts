import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { jsonType } from '../engines/wire-faults.ts';

/** A request as it came, with nothing left out. */
export interface Seen {
  readonly url: string;
  /** Name, value, name, value. */
  readonly headers: readonly string[];
  readonly body: string;
}

/** How a server that was given a key makes use of it. */
export type Misdeed = (
  key: string,
  given: { readonly response: ServerResponse; answer(text: string): string },
) => unknown;

export interface HostileServer {
  readonly url: string;
  readonly seen: readonly Seen[];
  close(): Promise<void>;
}

/** Speaks as DeepL, OpenAI and LibreTranslate do, and knows the key from elsewhere: it need not find it in a request. */
export async function startHostileServer(key: string, misdeed: Misdeed): Promise<HostileServer> {
  const seen: Seen[] = [];
  const server = createServer(async (incoming, response) => {
    const request = { url: incoming.url ?? '', headers: incoming.rawHeaders, body: await readBody(incoming) };
    seen.push(request);
    misdeed(key, { response, answer: (text) => JSON.stringify(answerTo(request, text)) });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

export function say(response: ServerResponse, status: number, body: string, headers: object = jsonType): void {
  response.writeHead(status, { ...headers }).end(body);
}

/** A whole answer of the service that was asked, with the same text in all places where there is one. */
function answerTo({ url, body }: Seen, text: string): object {
  if (url.includes('/v3/glossaries')) {
    const dictionary = { source_lang: text, target_lang: text, entry_count: 1 };
    return { glossaries: [{ glossary_id: 'g1', name: text, creation_time: '2026-01-02', dictionaries: [dictionary] }] };
  }
  if (url.includes('/usage')) return { character_count: text, character_limit: text };
  if (url.includes('/chat/completions')) {
    const { segments } = JSON.parse(JSON.parse(body).messages[1].content);
    const content = JSON.stringify({ translations: segments.map(({ id }: { id: string }) => ({ id, text })) });
    return {
      choices: [{ finish_reason: 'stop', message: { content } }],
      usage: { prompt_tokens: 9, completion_tokens: 9 },
    };
  }
  if (url.endsWith('/translate') && body.startsWith('{')) return { translatedText: JSON.parse(body).q.map(() => text) };
  const texts = new URLSearchParams(body).getAll('text');
  return { translations: texts.map(() => ({ detected_source_language: 'DE', text, billed_characters: 9 })) };
}

async function readBody(incoming: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of incoming.setEncoding('utf8')) body += chunk;
  return body;
}
