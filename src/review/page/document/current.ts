import { signal } from '@preact/signals';
import type { SentenceView } from '../../api.ts';
import { tell } from '../notices.tsx';
import { say } from '../words.ts';
import { pending } from './decide.ts';
import { positions, sentences } from './opened.ts';
import { hits, needsReview } from './sentence-filter.ts';

export interface Current {
  readonly id: string;
  /** What is written at the sentence. */
  readonly mode: 'read' | 'edit' | 'note';
  /** Who went there: the focus follows the keys, and goes where a pointer puts it. */
  readonly by: 'keys' | 'pointer';
}

/** The sentence that keys act on. */
export const current = signal<Current | undefined>(undefined);

export function goTo(id: string, mode: Current['mode'] = 'read'): void {
  current.value = { id, mode, by: 'keys' };
}

/** What is being written there goes on. */
export function stayAt(id: string): void {
  const before = current.peek();
  goTo(id, before?.id === id ? before.mode : 'read');
}

export function pointAt(id: string): void {
  if (current.peek()?.id !== id) current.value = { id, mode: 'read', by: 'pointer' };
}

/** To the next sentence that the filter shows, forwards or backwards. */
export function stepSentence(by: 1 | -1): void {
  goToFirst(by === 1 ? after(here()) : before(here()), isShown);
}

export function goToEnd(end: 'first' | 'last'): void {
  goToFirst(end === 'first' ? sentences.value : sentences.value.toReversed(), isShown);
}

export function goToNextInReview(): void {
  const all = [...after(here()), ...sentences.value.slice(0, Math.max(here(), 0))];
  const isOpen = (sentence: SentenceView): boolean => needsReview(sentence) && !pending.value.has(sentence.id);
  if (!goToFirst(all, isOpen)) tell(say('page.all.reviewed'));
}

/** Where nothing else was chosen: where the work begins. */
export function startSomewhere(): void {
  if (current.peek() !== undefined && positions.value.has(current.peek()?.id ?? '')) return;
  const start = sentences.value.find(needsReview) ?? sentences.value[0];
  current.value = start && { id: start.id, mode: 'read', by: 'pointer' };
}

const here = (): number => positions.value.get(current.peek()?.id ?? '') ?? -1;
const after = (index: number): readonly SentenceView[] => sentences.value.slice(index + 1);
const before = (index: number): readonly SentenceView[] => sentences.value.slice(0, Math.max(index, 0)).reverse();
const isShown = ({ id }: SentenceView): boolean => hits.value?.has(id) ?? true;

function goToFirst(all: readonly SentenceView[], isWanted: (sentence: SentenceView) => boolean): boolean {
  const found = all.find(isWanted);
  if (found !== undefined) goTo(found.id);
  return found !== undefined;
}
