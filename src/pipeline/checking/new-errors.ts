import type { Entry } from '../../model.ts';
import type { TranslatedDocument } from '../render-document.ts';

type Checked = Pick<TranslatedDocument, 'result' | 'findings'>;

/** Whether a sentence, by its index, has more errors of any check than before. */
export function newErrors(before: Checked, after: Checked): (at: number) => boolean {
  const [old, now] = [errorCounts(before), errorCounts(after)];
  const countsAt = (counts: ErrorCounts, { result }: Checked, at: number) => counts.get(result[at]!) ?? new Map();
  return (at) => {
    const known = countsAt(old, before, at);
    return [...countsAt(now, after, at)].some(([check, count]) => count > (known.get(check) ?? 0));
  };
}

type ErrorCounts = ReadonlyMap<Entry, ReadonlyMap<string, number>>;

function errorCounts({ findings }: Checked): ErrorCounts {
  const counts = new Map<Entry, Map<string, number>>();
  for (const { entry, severity, check } of findings) {
    if (severity !== 'error') continue;
    const own = counts.get(entry) ?? new Map<string, number>();
    counts.set(entry, own.set(check, (own.get(check) ?? 0) + 1));
  }
  return counts;
}
