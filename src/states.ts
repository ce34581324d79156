import type { Entry, State } from './model.ts';

/** What `machine:` says of engines whose targets are no translations: for tests and demonstrations only. */
const fakes: ReadonlySet<string> = new Set(['mock', 'echo', 'pseudo']);

/** The target counts as none for every other engine; nobody can accept or publish it. */
export function isFake({ machine }: Pick<Entry, 'machine'>): boolean {
  return machine !== undefined && fakes.has(machine.split(' ', 1)[0] ?? '');
}

/** A person stands behind the target: it may be published and goes into the memory. */
export function isReviewed(entry: Pick<Entry, 'state' | 'machine'>): boolean {
  return (entry.state === 'reviewed' || entry.state === 'final') && !isFake(entry);
}

/** In the order of a segment's life. */
export const states: readonly State[] = ['initial', 'translated', 'reviewed', 'final'];
