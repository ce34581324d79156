import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { ZodError } from 'zod';
import { exitStatus, UserError } from '../errors.ts';
import { createSpeaker, interfaceLanguage, type Speaker } from '../messages/index.ts';
import type { PageFile } from '../store/review-page.ts';
import type { Refused } from './api.ts';
import { type Door, isApi, refusalOf } from './door.ts';
import { streamEvents } from './events.ts';
import { readJson } from './read-json.ts';
import { type Answer, type Asked, routes } from './routes.ts';
import { securityHeaders } from './security-headers.ts';
import type { Session } from './session.ts';

/** What requests are answered with. */
export interface House {
  readonly session: Session;
  readonly page: ReadonlyMap<string, PageFile>;
  readonly door: Door;
  /** For who asks in none of our languages. */
  readonly speaker: Speaker;
  /** Somebody was let in. */
  onVisit(): void;
  onError(error: unknown): void;
}

export async function answerRequest(request: IncomingMessage, response: ServerResponse, house: House): Promise<void> {
  if (closing.has(request.socket)) return;
  const reply = await replyTo(request, house).catch((error) => failed(error, request, house));
  const { status, headers, content } = reply;
  const length = content === undefined ? {} : { 'content-length': content.length };
  response.writeHead(status, { ...securityHeaders, ...headers, ...length });
  if (content === undefined) streamEvents(house.session, response);
  else response.end(content);
}

/** Connections on which somebody was refused: what came behind, in the same breath, is not heard. */
const closing = new WeakSet<Socket>();

interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Absent: events, without an end. */
  readonly content?: Uint8Array | undefined;
}

async function replyTo(request: IncomingMessage, house: House): Promise<Reply> {
  const { method = '', url: target = '', rawHeaders } = request;
  const refusal = refusalOf({ method, target, rawHeaders }, house.door);
  if (refusal !== undefined) {
    closing.add(request.socket);
    return refuse(refusal);
  }
  const [path = '', query = ''] = target.split(/\?(.*)/s);
  return isApi(path) ? answerApi(path, new URLSearchParams(query), { request, house }) : pageReply(path, method, house);
}

/** By the list of files that were there at the start; a path of a request is never looked for on disk. */
function pageReply(path: string, method: string, { page, onVisit }: House): Reply {
  const file = page.get(path);
  if (file === undefined) return refuse(404);
  if (method !== 'GET' && method !== 'HEAD') return refuse(405, { allow: 'GET, HEAD' });
  onVisit();
  return { status: 200, headers: { 'content-type': file.type }, content: file.content };
}

interface Asking {
  readonly request: IncomingMessage;
  readonly house: House;
}

async function answerApi(path: string, query: URLSearchParams, { request, house }: Asking): Promise<Reply> {
  const isEvents = path === '/api/events';
  const route = Object.hasOwn(routes, path) ? routes[path] : undefined;
  if (route === undefined && !isEvents) return refuse(404);
  const allow = route?.method ?? 'GET';
  if (request.method !== allow) return refuse(405, { allow });
  const read = allow === 'POST' ? await readJson(request) : { value: undefined };
  if (typeof read === 'number') return refuse(read);
  house.onVisit();
  if (route === undefined) return { status: 200, headers: { 'content-type': 'application/x-ndjson; charset=utf-8' } };
  const speaker = speakerFor(query.get('language') ?? request.headers['accept-language'], house.speaker);
  const asked: Asked = { query: (name) => query.get(name) ?? '', body: read.value, speaker };
  const { status, body } = await route.answer(house.session, asked).catch((error) => refused(error, speaker));
  return { status, headers: { 'content-type': 'application/json' }, content: Buffer.from(JSON.stringify(body)) };
}

/** Nothing is said to somebody who should not be here, and nothing else is heard on this connection. */
function refuse(status: number, headers: Reply['headers'] = {}): Reply {
  return { status, headers: { ...headers, connection: 'close' }, content: Buffer.alloc(0) };
}

/** Our mistake; or somebody went away while speaking, who wants no answer. */
function failed(error: unknown, { complete }: IncomingMessage, { onError }: House): Reply {
  if (complete) onError(error);
  return refuse(500);
}

/** A reviewer's mistake, in words. */
function refused(error: unknown, { say }: Speaker): Answer {
  if (error instanceof ZodError) return { status: 400, body: { error: say({ id: 'review.request' }) } };
  if (!(error instanceof UserError)) throw error;
  const { file, line } = error.place;
  const place = file === undefined ? '' : `${line === undefined ? file : `${file}:${line}`}: `;
  const body: Refused = { error: `${place}${say(error.text)}`, hint: error.hint && say(error.hint) };
  return { status: error.status === exitStatus.locked ? 423 : 422, body };
}

/** `de-AT,de;q=0.9,en;q=0.8`: the first that wordferry speaks. */
function speakerFor(wanted: string | undefined, own: Speaker): Speaker {
  const languages = (wanted ?? '').split(',').map((tag) => interfaceLanguage(tag.trim().replace(/;.*/, '')));
  const language = languages.find((each) => each !== undefined);
  return language === undefined || language === own.language ? own : createSpeaker(language, {});
}
