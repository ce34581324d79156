import type { DocumentView } from '../../api.ts';

/** A text that is being written, until the server has it. */
export interface Draft {
  /** What stood on disk when writing began, or when the writer last saw it. */
  readonly base: string;
  readonly text: string;
}

export interface DraftKey {
  readonly path: string;
  readonly id: string;
  readonly field: 'target' | 'note';
}

const storageKey = 'wordferry.drafts';

/** Nothing that was typed is lost: not by another sentence, another document, a conflict or a reload. */
const drafts: Map<string, Draft> = new Map(JSON.parse(sessionStorage.getItem(storageKey) ?? '[]'));

export function draftOf(key: DraftKey): Draft | undefined {
  return drafts.get(nameOf(key));
}

export function keepDraft(key: DraftKey, draft: Draft): void {
  if (draft.text === draft.base) drafts.delete(nameOf(key));
  else drafts.set(nameOf(key), draft);
  sessionStorage.setItem(storageKey, JSON.stringify([...drafts]));
}

export function dropDraft(key: DraftKey): void {
  keepDraft(key, { base: '', text: '' });
}

/** Drafts of a document whose sentences are no longer in it. */
export function strayDrafts({ path }: DocumentView, ids: ReadonlyMap<string, number>): readonly [DraftKey, Draft][] {
  return [...drafts]
    .map(([name, draft]): [DraftKey, Draft] => [JSON.parse(name), draft])
    .filter(([key]) => key.path === path && !ids.has(key.id));
}

addEventListener('beforeunload', (event) => {
  if (drafts.size > 0) event.preventDefault();
});

const nameOf = ({ path, id, field }: DraftKey): string => JSON.stringify({ path, id, field });
