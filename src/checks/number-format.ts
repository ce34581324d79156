import { compareQuantities, readsNumbers } from '../languages/numbers/index.ts';
import { swapMarks } from '../languages/numbers/numeral.ts';
import { maskProtected } from '../languages/mask.ts';
import type { Check } from '../model.ts';

/** A target number is right only with the marks of another language: `10.000` for 10,000 in English. */
export const numberFormat: Check = {
  id: 'number_format',
  check({ source, target, languages }) {
    if (!readsNumbers(languages.source) || !readsNumbers(languages.target)) return [];
    const masked = { source: maskProtected(source), target: maskProtected(target) };
    return compareQuantities(masked, languages).misreadings.map(({ source: wanted, target: { numeral } }) => {
      const found = target.slice(numeral.start, numeral.end);
      const text = swapMarks(found);
      return {
        check: 'number_format',
        severity: 'warning',
        message: { id: 'check.number_format', values: { found, expected: text, source: source.slice(wanted.start, wanted.end) } },
        source: { start: wanted.start, end: wanted.end },
        target: numeral,
        fix: { ...numeral, text },
      };
    });
  },
};
