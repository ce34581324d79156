import { compareUnits } from '../languages/numbers/index.ts';
import type { Check } from '../model.ts';

/** A number has another unit or currency than in the source: 500만 달러 for `5 Millionen Euro`. */
export const unitMismatch: Check = {
  id: 'unit_mismatch',
  check(pair) {
    return compareUnits(pair).map(({ source, target }) => ({
      check: 'unit_mismatch',
      severity: 'error',
      message: {
        id: 'check.unit_mismatch',
        values: {
          source: pair.source.slice(source.start, source.end),
          target: pair.target.slice(target.start, target.end),
        },
      },
      source: { start: source.start, end: source.end },
      target: { start: target.start, end: target.end },
    }));
  },
};
