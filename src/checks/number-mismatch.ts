import { compareQuantities, type Difference, type Quantity, readsNumbers } from '../languages/numbers/index.ts';
import { maskProtected } from '../languages/mask.ts';
import type { Check, CheckedPair, Finding, Message } from '../model.ts';

/** A number of the source is missing or has another value; a number that only the target has is worth a look. */
export const numberMismatch: Check = {
  id: 'number_mismatch',
  check(pair) {
    const { source, target, languages } = pair;
    if (!readsNumbers(languages.source) || !readsNumbers(languages.target)) return [];
    const masked = { source: maskProtected(source), target: maskProtected(target) };
    const { differences } = compareQuantities(masked, languages);
    return differences.filter(({ family }) => family === 'number').map((difference) => finding(difference, pair));
  },
};

function finding({ source, target }: Difference, pair: CheckedPair): Finding {
  return {
    check: 'number_mismatch',
    severity: source === undefined ? 'warning' : 'error',
    message: messageOf(source && said(source, pair.source), target && said(target, pair.target)),
    source: source && { start: source.start, end: source.end },
    target: target && { start: target.start, end: target.end },
  };
}

function messageOf(source: string | undefined, target: string | undefined): Message {
  if (source === undefined) return { id: 'check.number_mismatch.extra', values: { target: target! } };
  if (target === undefined) return { id: 'check.number_mismatch.missing', values: { source } };
  return { id: 'check.number_mismatch.changed', values: { source, target } };
}

/** `20 Milliarden (20000000000)`: the words and, where they differ from it, their value. */
function said(quantity: Quantity, text: string): string {
  const surface = text.slice(quantity.start, quantity.end);
  return 'value' in quantity && quantity.value !== surface ? `${surface} (${quantity.value})` : surface;
}
