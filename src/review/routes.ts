import { pageMessages, type Speaker } from '../messages/index.ts';
import type { Matches, Messages, Outdated, Preview } from './api.ts';
import { concordanceIn } from './concordance.ts';
import { type Decided, decide, reviewable, undo } from './decisions.ts';
import { matchesFor } from './matches.ts';
import { overviewOf } from './overview.ts';
import { previewOf } from './preview.ts';
import { requests } from './requests.ts';
import { save } from './save.ts';
import { knownAt, openAt, type Session, tell, viewOf } from './session.ts';

/** What a request asks, once the door has let it in. */
export interface Asked {
  /** One of the query's values; empty where it has none. */
  query(name: string): string;
  /** What was posted. */
  readonly body: unknown;
  readonly speaker: Speaker;
}

export interface Answer {
  readonly status: number;
  readonly body: object;
}

interface Route {
  readonly method: 'GET' | 'POST';
  answer(session: Session, asked: Asked): Promise<Answer>;
}

/** All that the page may ask, but for `/api/events`, which has no end. */
export const routes: Readonly<Record<string, Route>> = {
  '/api/overview': get((session, { speaker }) => overviewOf(session, speaker.say)),
  '/api/document': get((session, { query, speaker }) => viewOf(session, openAt(session, query('path')), speaker.say)),
  '/api/matches': get((session, { query }): Matches => {
    const document = openAt(session, query('path'));
    return { matches: matchesFor(session.shelf, document, query('id')) };
  }),
  '/api/concordance': get(({ shelf }, { query }) => concordanceIn(shelf, query('language'), query('text'))),
  '/api/preview': get((session, { query }): Preview => {
    return { html: previewOf(reviewable(openAt(session, query('path')))) };
  }),
  '/api/messages': get((_, { speaker }): Messages => pageMessages(speaker.language)),
  '/api/decide': post(async (session, asked) => {
    const wish = requests.decide.parse(asked.body);
    return answered(session, asked, () => decide(knownAt(session, wish.path), wish, session));
  }),
  '/api/undo': post(async (session, asked) => {
    const wish = requests.undo.parse(asked.body);
    return answered(session, asked, () => undo(knownAt(session, wish.path), wish, session));
  }),
  '/api/save': post(async ({ wanted: { root }, decided, locked }, { body, speaker }) => {
    const wish = requests.save.parse(body);
    return { status: 200, body: await locked(() => save(wish, { root, decided, speaker })) };
  }),
};

function get(read: (session: Session, asked: Asked) => object | Promise<object>): Route {
  return { method: 'GET', answer: async (session, asked) => ({ status: 200, body: await read(session, asked) }) };
}

function post(answer: Route['answer']): Route {
  return { method: 'POST', answer };
}

async function answered(session: Session, { speaker }: Asked, work: () => Decided): Promise<Answer> {
  const { kind, document, files } = await session.locked(work);
  const view = () => viewOf(session, document, speaker.say);
  if (kind === 'outdated') {
    const outdated: Outdated = { error: speaker.say({ id: 'review.outdated' }), document: view() };
    return { status: 409, body: outdated };
  }
  for (const file of files) session.decided.add(file);
  if (files.length > 0) tell(session, [document.paths.path]);
  return { status: 200, body: view() };
}
