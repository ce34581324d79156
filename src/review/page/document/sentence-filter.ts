import { signal } from '@preact/signals';
import type { SentenceView } from '../../api.ts';

export const sentenceShows = ['all', 'review', 'findings', 'stale', 'notes'] as const;

export interface SentenceFilter {
  readonly show: (typeof sentenceShows)[number];
  /** In source, target or note, in any case. */
  readonly text: string;
}

const everything: SentenceFilter = { show: 'all', text: '' };

export const sentenceFilter = signal<SentenceFilter>(everything);

/** Ids of the sentences that the filter lets through; absent: all. */
export const hits = signal<ReadonlySet<string> | undefined>(undefined);

export function filterSentences(filter: SentenceFilter, all: readonly SentenceView[]): void {
  sentenceFilter.value = filter;
  const isAll = filter.show === 'all' && filter.text.trim() === '';
  hits.value = isAll ? undefined : idsOf(all, filter);
}

/** A sentence that was let through stays in sight when a decision about it would take it out: the eye does not lose its place. */
export function keepHits(all: readonly SentenceView[]): void {
  if (hits.value !== undefined) hits.value = new Set([...hits.value, ...idsOf(all, sentenceFilter.value)]);
}

export function clearFilter(): void {
  filterSentences(everything, []);
}

export function needsReview({ state, joined }: SentenceView): boolean {
  return joined === undefined && (state === 'initial' || state === 'translated');
}

function idsOf(all: readonly SentenceView[], { show, text }: SentenceFilter): ReadonlySet<string> {
  const words = text.trim().toLowerCase();
  const wanted = all.filter((sentence) => shown[show](sentence) && textOf(sentence).includes(words));
  return new Set(wanted.map(({ id }) => id));
}

function textOf({ source, target, note }: SentenceView): string {
  return `${source ?? ''}\n${target}\n${note ?? ''}`.toLowerCase();
}

const shown: Readonly<Record<SentenceFilter['show'], (sentence: SentenceView) => boolean>> = {
  all: () => true,
  review: needsReview,
  findings: ({ findings }) => findings.length > 0,
  stale: ({ previous }) => previous !== undefined,
  notes: ({ note }) => note !== undefined,
};
