import { computed, signal } from '@preact/signals';
import type { DocumentView, SentenceView } from '../../api.ts';
import { tell, warnOf } from '../notices.tsx';
import { get } from '../server.ts';
import { say } from '../words.ts';
import { keepHits } from './sentence-filter.ts';

/** The document on the screen, as the server told it last. */
export const opened = signal<DocumentView | undefined>(undefined);

export const sentences = computed<readonly SentenceView[]>(
  () => opened.value?.units.flatMap((unit) => unit.sentences) ?? [],
);

/** By id. */
export const positions = computed<ReadonlyMap<string, number>>(
  () => new Map(sentences.value.map(({ id }, index) => [id, index])),
);

export function sentenceOf(id: string | undefined): SentenceView | undefined {
  return id === undefined ? undefined : sentences.value[positions.value.get(id) ?? -1];
}

export async function openDocument(path: string): Promise<void> {
  if (opened.peek()?.path !== path) opened.value = undefined;
  try {
    showView(await get<DocumentView>('/api/document', { path }));
  } catch (error) {
    warnOf(error);
  }
}

/** Keys act on nothing that is not on the screen. */
export function closeDocument(): void {
  opened.value = undefined;
}

/** What changed on disk is told; that wordferry itself wrote it is known by the revision. */
export async function reloadDocument(): Promise<void> {
  const before = opened.peek();
  if (before === undefined) return;
  try {
    const view = await get<DocumentView>('/api/document', { path: before.path });
    if (opened.peek()?.path !== view.path) return;
    if (view.revision !== opened.peek()?.revision) tell(say('page.updated'));
    showView(view);
  } catch (error) {
    warnOf(error);
  }
}

export function showView(view: DocumentView): void {
  opened.value = view;
  keepHits(sentences.value);
}
