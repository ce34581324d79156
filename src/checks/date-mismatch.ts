import { compareQuantities, readsNumbers } from '../languages/numbers/index.ts';
import { maskProtected } from '../languages/mask.ts';
import type { Check, Message } from '../model.ts';

/** A month, a day, a year beside a month, a decade or a clock time is missing or another one. */
export const dateMismatch: Check = {
  id: 'date_mismatch',
  check({ source, target, languages }) {
    if (!readsNumbers(languages.source) || !readsNumbers(languages.target)) return [];
    const masked = { source: maskProtected(source), target: maskProtected(target) };
    const dates = compareQuantities(masked, languages).differences.filter(({ family }) => family === 'date');
    return dates.map(({ source: wanted, target: found }) => ({
      check: 'date_mismatch',
      severity: wanted === undefined ? 'warning' : 'error',
      message: messageOf(wanted && source.slice(wanted.start, wanted.end), found && target.slice(found.start, found.end)),
      source: wanted && { start: wanted.start, end: wanted.end },
      target: found && { start: found.start, end: found.end },
    }));
  },
};

function messageOf(source: string | undefined, target: string | undefined): Message {
  if (source === undefined) return { id: 'check.date_mismatch.extra', values: { target: target! } };
  if (target === undefined) return { id: 'check.date_mismatch.missing', values: { source } };
  return { id: 'check.date_mismatch.changed', values: { source, target } };
}
