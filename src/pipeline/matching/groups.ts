import type { Entry } from '../../model.ts';

/** An entry with those that are joined to it, and the text that a person added behind. */
export interface OldGroup {
  readonly entries: readonly Entry[];
  readonly added: readonly Entry[];
}

/** What became of sentences that changed: one of one, several of one (it was split), one of several (they were merged). */
export interface Bead {
  readonly groups: readonly OldGroup[];
  /** Indices of the document's segments, ascending. */
  readonly places: readonly number[];
}

export function groupEntries(entries: readonly Entry[]): readonly OldGroup[] {
  const groups: { entries: Entry[]; added: Entry[] }[] = [];
  for (const entry of entries) {
    const last = groups.at(-1);
    if (entry.source === undefined && last !== undefined) last.added.push(entry);
    else if (entry.joined && last !== undefined) last.entries.push(entry);
    else groups.push(entry.source === undefined ? { entries: [], added: [entry] } : { entries: [entry], added: [] });
  }
  return groups;
}

/** The source that a group's target translates. */
export function sourceOf(group: OldGroup): string {
  return group.entries.map((entry) => entry.source).join(' ');
}

/** What several groups say together, as one entry. */
export function mergedEntry(groups: readonly OldGroup[]): Entry | undefined {
  const [first, ...rest] = groups;
  const head = first?.entries[0];
  if (first === undefined || head === undefined || rest.length === 0) return head;
  const target = joinTexts(groups.map(({ entries }) => entries[0]?.target ?? ''));
  return { ...head, source: groups.map(sourceOf).join(' '), target };
}

export function joinTexts(texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join(' ');
}
