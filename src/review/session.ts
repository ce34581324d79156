import { UserError } from '../errors.ts';
import type { Say } from '../reports/change-report.ts';
import { uncommitted } from '../store/commit.ts';
import { stampsOfProject } from '../store/project.ts';
import type { DocumentView } from './api.ts';
import { changedDocuments, watchProject } from './changes.ts';
import { canUndo, type History } from './decisions.ts';
import { documentView } from './document-view.ts';
import type { OpenedDocument } from './opened-document.ts';
import { type KnownDocument, openShelf, type Shelf, unreadIn, type Wanted } from './shelf.ts';
import { createQueue } from './under-lock.ts';

/** A project under review. */
export interface Session {
  readonly wanted: Wanted;
  shelf: Shelf;
  /** Why the project cannot be read any more: settings or a glossary that somebody has broken. */
  failure: UserError | undefined;
  /** While documents are being read. */
  reading: Promise<void> | undefined;
  readonly history: History;
  /** Files of documents about which something was decided. */
  readonly decided: Set<string>;
  /** Called with the paths of documents whose files changed. */
  readonly listeners: Set<(changed: readonly string[]) => void>;
  /** One after the other, with the project's lock. */
  readonly locked: ReturnType<typeof createQueue>;
  close(): void;
}

interface SessionOptions {
  /** Seconds to wait for another run's lock. */
  readonly patience?: number | undefined;
  onError(error: unknown): void;
}

/** Throws `UserError` for settings, a glossary or paths that are wrong. */
export async function openSession(wanted: Wanted, { patience, onError }: SessionOptions): Promise<Session> {
  const stop = new AbortController();
  const session: Session = {
    wanted,
    shelf: await openShelf(wanted),
    failure: undefined,
    reading: undefined,
    history: new Map(),
    decided: new Set(),
    listeners: new Set(),
    locked: createQueue(wanted.root, patience),
    close: () => stop.abort(),
  };
  const watched = {
    get shelf() {
      return session.shelf;
    },
    look: () => lookAgain(session),
  };
  watchProject(wanted, watched, stop.signal).catch(onError);
  return session;
}

/** The document that is asked for. No other path reaches the disk. */
export function knownAt({ shelf, failure }: Session, path: string): KnownDocument {
  if (failure !== undefined) throw failure;
  const known = shelf.documents.get(path);
  if (known === undefined) throw new UserError({ id: 'review.document', values: { path } });
  return known;
}

export function openAt(session: Session, path: string): OpenedDocument {
  return session.shelf.open(knownAt(session, path));
}

export function viewOf({ wanted, decided, history }: Session, document: OpenedDocument, say: Say): DocumentView {
  const unsaved = uncommitted(wanted.root, [...decided]).length;
  return documentView(document, { unsaved, canUndo: canUndo(history, document) }, say);
}

export function tell({ listeners }: Session, changed: readonly string[]): void {
  if (changed.length > 0) for (const listener of listeners) listener(changed);
}

/** Until something is known of every document; pages are told as it goes on. */
export async function readAll(session: Session): Promise<void> {
  while (unreadIn(session.shelf).length > 0) {
    session.reading ??= session.shelf
      .readAll((paths) => tell(session, paths))
      .finally(() => {
        session.reading = undefined;
      });
    await session.reading;
  }
}

/** Reads again what changed on disk since it was read, and tells of it. */
async function lookAgain(session: Session): Promise<void> {
  const { documents } = session.shelf;
  try {
    await reopen(session);
    for (const known of changedDocuments(session.shelf)) known.summary = undefined;
    await readAll(session);
    session.failure = undefined;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    session.failure = error;
  }
  const gone = [...documents.keys()].filter((path) => !session.shelf.documents.has(path));
  tell(session, gone);
}

/** Other settings, another glossary, or other documents. */
async function reopen(session: Session): Promise<void> {
  const { wanted, shelf } = session;
  const stamps = stampsOfProject(wanted.root, shelf.project, wanted.glossary);
  const isSame = stamps.settings === shelf.stamps.settings && stamps.documents === shelf.stamps.documents;
  if (!isSame || session.failure !== undefined) session.shelf = await openShelf(wanted, shelf);
}
