import { compareQuantities, type Quantity } from '../languages/numbers/index.ts';
import type { Check, Message } from '../model.ts';

/** A number of the source is missing or has another value; one that only the target has is worth a look. */
export const numberMismatch: Check = {
  id: 'number_mismatch',
  check(pair) {
    const numbers = compareQuantities(pair).differences.filter(({ family }) => family === 'number');
    return numbers.map(({ source, target }) => ({
      check: 'number_mismatch',
      severity: source === undefined ? 'warning' : 'error',
      message: messageOf(source && said(source, pair.source), target && said(target, pair.target)),
      source: source && { start: source.start, end: source.end },
      target: target && { start: target.start, end: target.end },
    }));
  },
};

function messageOf(source: string | undefined, target: string | undefined): Message {
  if (source === undefined) return { id: 'check.number_mismatch.extra', values: { target: target! } };
  if (target === undefined) return { id: 'check.number_mismatch.missing', values: { source } };
  return { id: 'check.number_mismatch.changed', values: { source, target } };
}

/** `20 Milliarden (20000000000)`: as it is written and, where that differs, its value. */
function said(quantity: Quantity, text: string): string {
  const surface = text.slice(quantity.start, quantity.end);
  return 'value' in quantity && quantity.value !== surface ? `${surface} (${quantity.value})` : surface;
}
