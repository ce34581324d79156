import { compareQuantities } from '../languages/numbers/index.ts';
import type { Check, Message } from '../model.ts';

/** A month, a day, a year beside a month, a decade or a clock time is missing or another one. */
export const dateMismatch: Check = {
  id: 'date_mismatch',
  check(pair) {
    const dates = compareQuantities(pair).differences.filter(({ family }) => family === 'date');
    return dates.map(({ source, target }) => ({
      check: 'date_mismatch',
      severity: source === undefined ? 'warning' : 'error',
      message: messageOf(
        source && pair.source.slice(source.start, source.end),
        target && pair.target.slice(target.start, target.end),
      ),
      source: source && { start: source.start, end: source.end },
      target: target && { start: target.start, end: target.end },
    }));
  },
};

function messageOf(source: string | undefined, target: string | undefined): Message {
  if (source === undefined) return { id: 'check.date_mismatch.extra', values: { target: target! } };
  if (target === undefined) return { id: 'check.date_mismatch.missing', values: { source } };
  return { id: 'check.date_mismatch.changed', values: { source, target } };
}
