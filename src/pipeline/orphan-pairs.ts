import { formatOf } from '../formats/index.ts';
import { type MemoryEntry, memoryOf } from '../memory/index.ts';
import type { Entry } from '../model.ts';
import type { Settings } from '../settings.ts';
import { adoptEdits } from './adoption/adopt.ts';
import type { Orphan } from './project.ts';

/** What people wrote in a translation whose source is gone, in either file; `undefined` where that cannot be told. */
export function orphanPairs(orphan: Orphan, settings: Settings): readonly MemoryEntry[] | undefined {
  const entries = entriesOf(orphan, settings);
  if (entries === undefined) return undefined;
  const { tree, previous, drafts } = memoryOf(orphan.source, entries);
  return [...tree, ...previous, ...drafts];
}

function entriesOf({ path, text, review }: Orphan, settings: Settings): readonly Entry[] | undefined {
  const format = formatOf(path);
  if (text === undefined || format === undefined) return review.entries;
  const copied = new Set<string>();
  for (const newlines of ['line', 'paragraph'] as const) {
    const adoption = adoptEdits(review, text, { format, newlines, settings, copied });
    if (adoption !== undefined && adoption.conflicts.length === 0) return adoption.entries;
  }
  return undefined;
}
