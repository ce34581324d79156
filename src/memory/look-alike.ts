import { cosmeticForm } from '../languages/cosmetic.ts';
import { once } from '../once.ts';
import { bestPair, type Memory, type MemoryEntry } from './memory.ts';

/** What people accepted for a source that may differ in its looks alone; inline codes are the caller's to compare. */
export function lookAlike(
  memory: Memory,
  { source, path }: Pick<MemoryEntry, 'source' | 'path'>,
): readonly MemoryEntry[] {
  if (memory.bySource.size === 0) return [];
  const sources = sourcesByLooks(memory).get(looks(source)) ?? [];
  return sources.flatMap((each) => {
    const known = memory.bySource.get(each) ?? [];
    return (
      bestPair(
        known.filter(({ draft }) => !draft),
        path,
      ) ?? []
    );
  });
}

const looks = (text: string): string => cosmeticForm({ text, codes: [] });

/** Made where a sentence is asked for that the memory does not have as it is. */
const sourcesByLooks = once(({ bySource }: Memory): ReadonlyMap<string, readonly string[]> => {
  const sources = new Map<string, string[]>();
  for (const source of bySource.keys()) {
    const form = looks(source);
    const known = sources.get(form);
    if (known === undefined) sources.set(form, [source]);
    else known.push(source);
  }
  return sources;
});
