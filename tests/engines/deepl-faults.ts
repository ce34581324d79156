import type { ServerResponse } from 'node:http';

interface Translation {
  readonly detected_source_language: string;
  readonly text: string;
  readonly billed_characters: number;
}

/** What the right answer would have been. */
export interface RightAnswer {
  readonly texts: readonly string[];
  readonly translations: readonly Translation[];
}

export type FaultName = keyof typeof faults;

/** Answers that go wrong after the work was done: all of them are billed. */
export const faults = {
  'server-error': (_, response) => end(response, 500, '{"message":"Internal"}'),

  /** The connection ends in the middle of the answer. */
  truncated({ translations }, response) {
    const whole = json(translations);
    response.writeHead(200, { ...jsonType, 'content-length': String(Buffer.byteLength(whole)) });
    response.write(whole.slice(0, whole.length / 2), () => response.destroy());
  },

  /** The connection ends before the answer. */
  reset: (_, response) => response.destroy(),

  /** No answer at all. */
  hang: () => undefined,

  /** The answer comes a byte at a time, for ever. */
  trickle(_, response) {
    response.writeHead(200, jsonType);
    const timer = setInterval(() => response.write(' '), 10);
    response.on('close', () => clearInterval(timer));
  },

  'too-few': ({ translations }, response) => end(response, 200, json(translations.slice(1))),
  'too-many': ({ translations }, response) => end(response, 200, json([...translations, translations[0]])),

  /** The first text is not what it should be. */
  'null-text': (right, response) => end(response, 200, withFirst(right, { text: null })),
  'blank-text': (right, response) => end(response, 200, withFirst(right, { text: ' ' })),
  'no-text': (right, response) => end(response, 200, withFirst(right, { text: undefined })),
  /** Then the client cannot read any of it. */
  'no-language': (right, response) => end(response, 200, withFirst(right, { detected_source_language: undefined })),
  echo: (right, response) => end(response, 200, withFirst(right, { text: right.texts[0] })),
  huge: (right, response) => end(response, 200, withFirst(right, { text: 'x'.repeat(200_000) })),

  /** Each answer stands at the next text. */
  shifted({ translations }, response) {
    end(response, 200, json([translations.at(-1), ...translations.slice(0, -1)]));
  },

  /** The first answer stands at each text. */
  repeated({ translations: [first, ...rest] }, response) {
    end(response, 200, json([first, ...rest.map((one) => ({ ...one, text: first?.text }))]));
  },

  /** Characters as HTML entities. */
  entities({ translations }, response) {
    end(response, 200, json(translations.map((one) => ({ ...one, text: escapeHtml(one.text) }))));
  },

  html: (_, response) => end(response, 200, '<h1>Welcome</h1>', { 'content-type': 'text/html' }),
  'bad-json': ({ translations }, response) => end(response, 200, `${json(translations).slice(0, -1)},`),
  'bad-utf8': (right, response) => end(response, 200, Buffer.from(withFirst(right, { text: 'Gr\xfc\xdfe' }), 'latin1')),
  gzip: ({ translations }, response) =>
    end(response, 200, json(translations), { ...jsonType, 'content-encoding': 'gzip' }),
  redirect: (_, response) => end(response, 307, '', { location: '/v2/elsewhere' }),
} satisfies Record<string, (right: RightAnswer, response: ServerResponse) => unknown>;

export function sendRight({ translations }: RightAnswer, response: ServerResponse): void {
  end(response, 200, json(translations));
}

export const jsonType = { 'content-type': 'application/json' } as const;

function end(
  response: ServerResponse,
  status: number,
  body: string | Buffer,
  headers: Readonly<Record<string, string>> = jsonType,
): void {
  response.writeHead(status, headers).end(body);
}

function json(translations: readonly unknown[]): string {
  return JSON.stringify({ translations });
}

function withFirst({ translations: [first, ...rest] }: RightAnswer, change: object): string {
  return json([{ ...first, ...change }, ...rest]);
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll("'", '&#39;').replaceAll('"', '&quot;');
}
