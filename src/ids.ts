import { sourceHash } from './fingerprint.ts';
import type { Entry, ReviewFile } from './model.ts';

/**
 * Names of a document's sentences in one language, derived and never stored: path, 8 hex of the source, `~n` for the nth
 * duplicate, the target language. `source-de/a.txt#5c0e77d1~2@en`
 */
export function idsOf(
  { source, languages }: Pick<ReviewFile, 'source' | 'languages'>,
  entries: readonly Entry[],
): ReadonlyMap<Entry, string> {
  const seen = new Map<string, number>();
  return new Map(
    entries.map((entry) => {
      const hash = sourceHash(entry.source ?? entry.target);
      const count = (seen.get(hash) ?? 0) + 1;
      seen.set(hash, count);
      return [entry, `${source}#${hash}${count > 1 ? `~${count}` : ''}@${languages.target}`];
    }),
  );
}
