import type { CheckedPair, DocumentCheck } from '../../model.ts';

/** What is said twice in the source is said in the same words in the target. */
export const inconsistentSegment: DocumentCheck = {
  id: 'inconsistent_segment',
  check({ units }) {
    const first = new Map<string, CheckedPair>();
    return units.flatMap(({ pairs }) =>
      pairs.flatMap((pair) => {
        const key = JSON.stringify([pair.unit, pair.context, pair.source.normalize('NFC')]);
        const known = first.get(key) ?? pair;
        first.set(key, known);
        if (spoken(known.target) === spoken(pair.target)) return [];
        const message = { id: 'check.inconsistent_segment', values: { expected: known.target } } as const;
        const target = { start: 0, end: pair.target.length };
        return [{ check: 'inconsistent_segment', severity: 'warning', message, target, pair }];
      }),
    );
  },
};

const spoken = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim();
