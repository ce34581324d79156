import { sign, signsOf } from '../languages/signs.ts';
import type { Check } from '../model.ts';

/** A sentence with words or figures has no target. */
export const emptyTarget: Check = {
  id: 'empty_target',
  check(pair) {
    const { source, target } = pair;
    if ((signsOf(pair).target & (sign.latin | sign.hangul)) !== 0) return [];
    if (hasContent.test(target) || !/[\p{L}\p{N}]/u.test(source)) return [];
    return [
      {
        check: 'empty_target',
        severity: 'error',
        message: { id: 'check.empty_target' },
        source: { start: 0, end: source.length },
        target: { start: 0, end: target.length },
      },
    ];
  },
};

/** A zero-width space or a soft hyphen alone is nothing to a reader. */
const hasContent = /[^\s\p{Cf}]/u;
