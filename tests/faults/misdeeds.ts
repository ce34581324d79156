import { type Misdeed, say } from './hostile-server.ts';

/** A translation that all would be content with, but for what stands at its end. */
const translated = (end: string) => `Translation: The dog number 101 sleeps in the garden, says ${end}.`;

const answering =
  (spell: (key: string) => string): Misdeed =>
  (key, { response, answer }) =>
    say(response, 200, answer(translated(spell(key))));

/** In the body alone: what the service's JSON is read to does not show it. */
const spelling =
  (spell: (key: string) => string): Misdeed =>
  (key, { response, answer }) =>
    say(response, 200, answer(translated('PLACE')).replaceAll('PLACE', spell(key)));

const refusing =
  (status: number, body: (key: string) => object): Misdeed =>
  (key, { response }) =>
    say(response, status, JSON.stringify(body(key)));

const hex = (key: string) => Buffer.from(key).toString('hex');
const codes = (key: string, write: (code: number) => string) =>
  Array.from(key, (sign) => write(sign.charCodeAt(0))).join('');

/** What a server does with a key that it was sent. */
export const misdeeds: Readonly<Record<string, Misdeed>> = {
  'translated to it': answering((key) => key),
  'translated to it alone': (key, { response, answer }) => say(response, 200, answer(key)),
  'in base64': answering((key) => Buffer.from(key).toString('base64')),
  'in hex': answering(hex),
  'in an address': answering(encodeURIComponent),
  'as JSON of JSON': answering((key) => JSON.stringify(key).slice(1, -1)),
  'as entities': answering((key) => codes(key, (code) => `&#${code};`)),
  'as entities of entities': answering((key) => codes(key, (code) => `&amp;#x${code.toString(16)};`)),
  'with JSON escapes': spelling((key) => codes(key, (code) => `\\u00${code.toString(16).padStart(2, '0')}`)),
  'with a Kelvin sign': answering((key) => key.replaceAll('K', '\u212a')),
  'beside a translation': (key, { response, answer }) =>
    say(response, 200, answer(translated('them')).replace('{', `{${JSON.stringify(key)}:1,`)),

  'refused with it, 400': refusing(400, (key) => ({ message: `Not so: ${key}` })),
  'refused with it, 400 of OpenAI': refusing(400, (key) => ({ error: { message: key, code: key, type: key } })),
  'refused with it, 400 in hex': refusing(400, (key) => ({ message: `Not so: ${hex(key)}` })),
  'refused with it, 401': refusing(401, (key) => ({ message: `Incorrect API key provided: ${key}` })),
  'refused with it, 403': refusing(403, (key) => ({ message: `DeepL-Auth-Key ${key}` })),
  'refused with it, 404': refusing(404, (key) => ({ error: key })),
  'refused with it, 413': refusing(413, (key) => ({ message: key })),
  'refused with it, 422 by parts': refusing(422, (key) => ({ message: `${key.slice(0, 20)} …` })),
  'refused with it, 429': refusing(429, (key) => ({ message: key })),
  'refused with it, 456': refusing(456, (key) => ({ message: key })),
  'refused with it, 500': refusing(500, (key) => ({ message: key })),
  'on a page': (key, { response }) => say(response, 200, `<h1>${key}</h1>`, { 'content-type': 'text/html' }),
  'on a page of a gateway': (key, { response }) => say(response, 502, key, { 'content-type': 'text/html' }),

  'as a header': (key, { response }) => say(response, 400, '{}', { [`x-${hex(key)}`]: key }),
  'as a type': (key, { response }) => say(response, 200, '{}', { 'content-type': `text/${hex(key)}; ${key}` }),
  'as an encoding': (key, { response, answer }) => say(response, 200, answer('a'), { 'content-encoding': hex(key) }),
  'as a pause': (key, { response }) => say(response, 429, '{}', { 'retry-after': key }),
  'as a reason': (key, { response }) => response.writeHead(403, hex(key)).end(),
  'sent elsewhere with it': (key, { response }) =>
    say(response, 307, '', { location: `https://elsewhere.example/${encodeURIComponent(key)}` }),
  'in broken JSON': (key, { response, answer }) => say(response, 200, answer(key).slice(0, -1)),
  'in half an answer': (key, { response }) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '999' });
    response.write(`{"translations":[{"text":${JSON.stringify(key)}`, () => response.destroy());
  },
  'in no HTTP': (key, { response }) => response.socket?.end(`HTTP/1.1 ${key} ${key}\r\n${key}\r\n\r\n`),
};
