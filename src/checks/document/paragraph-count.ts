import type { CheckedUnit, DocumentCheck } from '../../model.ts';

/** The target has the paragraphs of its source: none was added, none was split. An empty one is reported as such. */
export const paragraphCount: DocumentCheck = {
  id: 'paragraph_count',
  check({ units, isComplete }) {
    if (!isComplete) return [];
    const counts = units.map(paragraphsOf);
    const found = counts.reduce((sum, count) => sum + count, 0);
    const odd = units.find((_, at) => counts[at] !== 1);
    const pair = odd?.pairs[0];
    if (pair === undefined || found === units.length) return [];
    const message = { id: 'check.paragraph_count', values: { found, expected: units.length } } as const;
    return [{ check: 'paragraph_count', severity: 'warning', message, pair }];
  },
};

function paragraphsOf({ pairs, added }: CheckedUnit): number {
  const text = pairs
    .map(({ target }) => target)
    .join(' ')
    .trim();
  return added + text.split(/\n[^\S\n]*\n/u).length;
}
