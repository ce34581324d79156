import { compareQuantities, swapMarks } from '../languages/numbers/index.ts';
import type { Check } from '../model.ts';

/** A target number is right only with the marks of another language: `10.000` for 10,000 in English. */
export const numberFormat: Check = {
  id: 'number_format',
  check(pair) {
    const { source, target } = pair;
    const { misreadings } = compareQuantities(pair);
    return misreadings.map(({ source: wanted, target: { numeral } }) => {
      const found = target.slice(numeral.start, numeral.end);
      const expected = swapMarks(found);
      const values = { found, expected, source: source.slice(wanted.start, wanted.end) };
      return {
        check: 'number_format',
        severity: 'warning',
        message: { id: 'check.number_format', values },
        source: { start: wanted.start, end: wanted.end },
        target: numeral,
        fix: { ...numeral, text: expected },
      };
    });
  },
};
