import { signal } from '@preact/signals';
import type { Decide, Decision, DocumentView, Undo } from '../../api.ts';
import { tell, warn, warnOf } from '../notices.tsx';
import { post } from '../server.ts';
import { say } from '../words.ts';
import { opened, showView } from './opened.ts';

/** Ids of sentences whose decisions are on their way. */
export const pending = signal<ReadonlySet<string>>(new Set());

/** One after the other: each decision carries the revision that the one before led to. */
let queue: Promise<unknown> = Promise.resolve();

/** Whether it was written. */
export function decide(decision: Decision): Promise<boolean> {
  const seen = opened.peek();
  if (seen === undefined) return Promise.resolve(false);
  pending.value = new Set([...pending.value, decision.id]);
  return enqueue(async () => {
    const isDone = await send(seen, [decision]);
    pending.value = new Set([...pending.value].filter((id) => id !== decision.id));
    return isDone;
  });
}

export function acceptClean(): Promise<boolean> {
  const seen = opened.peek();
  return seen === undefined ? Promise.resolve(false) : enqueue(() => send(seen, 'clean'));
}

export async function undo(): Promise<void> {
  await enqueue(async () => {
    const seen = opened.peek();
    if (seen === undefined || !seen.canUndo) return false;
    const asked: Undo = { path: seen.path, revision: seen.revision };
    const answer = await post<DocumentView>('/api/undo', asked);
    show(answer.kind === 'done' ? answer.value : answer.document);
    if (answer.kind === 'done') tell(say('page.undone'));
    else warn({ text: say('page.outdated') });
    return true;
  });
}

function enqueue(work: () => Promise<boolean>): Promise<boolean> {
  const done = queue.then(work).catch((error: unknown) => {
    pending.value = new Set();
    warnOf(error);
    return false;
  });
  queue = done;
  return done;
}

async function send(seen: DocumentView, decisions: Decide['decisions']): Promise<boolean> {
  const { path } = seen;
  const latest = opened.peek()?.path === path ? (opened.peek() as DocumentView) : seen;
  const answer = await post<DocumentView>('/api/decide', {
    path,
    revision: latest.revision,
    decisions,
  } satisfies Decide);
  const document = answer.kind === 'done' ? answer.value : answer.document;
  show(document);
  if (answer.kind === 'done') return true;
  // Something else in the file changed: a decision about sentences that read as they did is still the same decision.
  if (decisions !== 'clean' && decisions.every(({ id }) => readsTheSame(seen, document, id))) {
    return send(document, decisions);
  }
  warn({ text: say('page.outdated') });
  return false;
}

function show(document: DocumentView): void {
  if (opened.peek()?.path === document.path) showView(document);
}

function readsTheSame(before: DocumentView, after: DocumentView, id: string): boolean {
  const [one, other] = [before, after].map(({ units }) =>
    units.flatMap(({ sentences }) => sentences).find((sentence) => sentence.id === id),
  );
  const sides = [one, other].map(
    (sentence) => sentence && [sentence.source, sentence.target, sentence.state, sentence.note],
  );
  return one !== undefined && JSON.stringify(sides[0]) === JSON.stringify(sides[1]);
}
