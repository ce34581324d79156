import { sourceHash } from './fingerprint.ts';
import type { Entry } from './model.ts';

/**
 * Names of a document's sentences, derived and never stored: path, 8 hex of the source, `~n` for the nth duplicate.
 * `source-de/a.txt#5c0e77d1~2`
 */
export function idsOf(path: string, entries: readonly Entry[]): ReadonlyMap<Entry, string> {
  const seen = new Map<string, number>();
  return new Map(
    entries.map((entry) => {
      const hash = sourceHash(entry.source ?? entry.target);
      const count = (seen.get(hash) ?? 0) + 1;
      seen.set(hash, count);
      return [entry, `${path}#${hash}${count > 1 ? `~${count}` : ''}`];
    }),
  );
}
