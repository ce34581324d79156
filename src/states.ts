import { isFakeEngine } from './engine-ids.ts';
import type { Entry, Language, State } from './model.ts';

/** The target is for tests and demonstrations: it counts as none for every other engine; nobody can accept or publish it. */
export function isFake({ machine }: Pick<Entry, 'machine'>): boolean {
  return machine !== undefined && isFakeEngine(machine.split(' ', 1)[0] ?? '');
}

/** What goes away when a person takes over, or another machine. */
export const noMachine = { machine: undefined, replaced: undefined } as const;

/** What mock writes of its own begins with it. */
export const mockMark = (language: Language): string => `⟦mock ${language}⟧`;

/** Somebody moved or edited what mock wrote, and the mark is still there. */
export function isMarked(text: string): boolean {
  return /⟦mock [\w-]+⟧/.test(text);
}

/** A person stands behind the target: it may be published and goes into the memory. */
export function isReviewed(entry: Pick<Entry, 'state' | 'machine'>): boolean {
  return (entry.state === 'reviewed' || entry.state === 'final') && !isFake(entry);
}

/** In the order of a segment's life. */
export const states: readonly State[] = ['initial', 'translated', 'reviewed', 'final'];
