/** Lists of sentences that mostly reappear in another list, and which. */
export interface Reappearing {
  readonly from: number;
  readonly to: number;
}

/**
 * For each list that is gone the new one that most of its sentences are in, where more than half of them are: a document
 * that was renamed, and perhaps edited. No new list is taken twice; the fuller pair is made first, then the earlier one.
 */
export function reappearing(
  gone: readonly (readonly string[])[],
  fresh: readonly (readonly string[])[],
): readonly Reappearing[] {
  const lists = new Map<string, number[]>();
  for (const [to, sentences] of fresh.entries())
    for (const sentence of new Set(sentences)) {
      const key = sentence.normalize('NFC');
      const known = lists.get(key);
      if (known === undefined) lists.set(key, [to]);
      else known.push(to);
    }
  const shared = gone.flatMap((sentences, from) => {
    const keys = [...new Set(sentences.map((sentence) => sentence.normalize('NFC')))];
    const counts = new Map<number, number>();
    for (const key of keys) for (const to of lists.get(key) ?? []) counts.set(to, (counts.get(to) ?? 0) + 1);
    return [...counts].filter(([, count]) => 2 * count > keys.length).map(([to, count]) => ({ from, to, count }));
  });
  const taken = { from: new Set<number>(), to: new Set<number>() };
  return shared
    .toSorted((a, b) => b.count - a.count || a.from - b.from || a.to - b.to)
    .filter(({ from, to }) => {
      if (taken.from.has(from) || taken.to.has(to)) return false;
      taken.from.add(from);
      taken.to.add(to);
      return true;
    });
}
