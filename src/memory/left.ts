import type { Language } from '../model.ts';
import type { MemoryEntry } from './memory.ts';

/** A pair that once left a file of this language. */
export interface LeftPair extends MemoryEntry {
  readonly language: Language;
}

/**
 * What has to be added to the pairs that are remembered, the newest last: each pair that is not the newest of its source
 * already. One that was known earlier and came back since is added again, or the pair that replaced it would win.
 */
export function newlyLeft(known: readonly LeftPair[], pairs: readonly LeftPair[]): readonly LeftPair[] {
  const newest = new Map(known.map((pair) => [sourceOf(pair), nameOf(pair)]));
  return pairs.filter((pair) => {
    if (newest.get(sourceOf(pair)) === nameOf(pair)) return false;
    newest.set(sourceOf(pair), nameOf(pair));
    return true;
  });
}

const sourceOf = ({ language, source }: LeftPair): string => `${language}\n${source.normalize('NFC')}`;

const nameOf = ({ source, target, path, before, after, draft }: LeftPair): string =>
  JSON.stringify([source, target, path, before, after, draft === true]);
