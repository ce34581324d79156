import type { ServerResponse } from 'node:http';
import type { Fault, Right } from './fake-service.ts';

export const jsonType = { 'content-type': 'application/json' } as const;

/** Damage on the way: the same for all services, whatever they say. */
export const wireFaults = {
  'server-error': (_, response) => end(response, 500, '{"message":"Internal"}'),

  'gateway-page': (_, response) => end(response, 502, '<h1>Bad Gateway</h1>', { 'content-type': 'text/html' }),

  /** The connection ends in the middle of the answer. */
  truncated(right, response) {
    const whole = wholeOf(right);
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

  html: (_, response) => end(response, 200, '<h1>Welcome</h1>', { 'content-type': 'text/html' }),
  'bad-json': (right, response) => end(response, 200, `${wholeOf(right).slice(0, -1)},`),
  'bad-utf8': ({ answers, json }, response) =>
    end(response, 200, Buffer.from(json(['Gr\xfc\xdfe', ...answers.slice(1)]), 'latin1')),
  'no-object': (_, response) => end(response, 200, '[]'),

  /** A whole answer behind more blanks than any answer needs. */
  huge: (right, response) => end(response, 200, ' '.repeat(2 * 1024 * 1024) + wholeOf(right)),
  gzip: (right, response) => end(response, 200, wholeOf(right), { ...jsonType, 'content-encoding': 'gzip' }),
  redirect: (_, response) => end(response, 307, '', { location: '/elsewhere' }),
} satisfies Record<string, Fault>;

export function end(
  response: ServerResponse,
  status: number,
  body: string | Buffer,
  headers: Readonly<Record<string, string>> = jsonType,
): void {
  response.writeHead(status, headers).end(body);
}

function wholeOf({ answers, json }: Right): string {
  return json(answers);
}
