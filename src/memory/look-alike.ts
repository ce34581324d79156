import { cosmeticForm } from '../languages/cosmetic.ts';
import { once } from '../once.ts';
import { bestPair, type Memory, type MemoryEntry } from './memory.ts';

type Sentence = Pick<MemoryEntry, 'source' | 'path'>;

/**
 * What people accepted for a source that may differ in its looks alone, and then what other tools' files have; inline
 * codes are the caller's to compare.
 */
export function lookAlike(memory: Memory, sentence: Sentence): readonly MemoryEntry[] {
  const imported = memory.imported?.();
  return [...alikeIn(memory, sentence), ...(imported === undefined ? [] : alikeIn(imported, sentence))];
}

function alikeIn(memory: Memory, { source, path }: Sentence): readonly MemoryEntry[] {
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
