import { type MemoryEntry, memoryOf, pairsLeft } from '../memory/index.ts';
import type { Entry } from '../model.ts';
import { reviewAsRead } from './moved.ts';
import type { Translation } from './open.ts';

/** Pairs that people wrote and that stand in neither file any more: replaced and accepted anew, changed or removed. */
export function leftPairs(
  { files, entries, document }: Pick<Translation, 'files' | 'entries' | 'document'>,
  result: readonly Entry[],
): readonly MemoryEntry[] {
  const asRead = reviewAsRead(files)?.entries ?? [];
  const before = [asRead, entries].filter(({ length }) => length > 0);
  if (before.length === 0) return [];
  const after = memoryOf(document.path, result);
  return before.flatMap((each) => pairsLeft(memoryOf(document.path, each), after));
}
