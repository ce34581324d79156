import { judgeTerms } from '../glossary/adherence.ts';
import type { Check } from '../model.ts';

/** What is never translated (`keep: true`) stands in the target character for character. */
export const dntChanged: Check = {
  id: 'dnt_changed',
  check: (pair) =>
    judgeTerms(pair)
      .filter(({ term, accepted }) => term.entry.keep && accepted === 0)
      .map(({ term }) => ({
        check: 'dnt_changed',
        severity: 'error',
        message: { id: 'check.dnt_changed', values: { expected: term.entry.term } },
        source: { start: term.start, end: term.end },
      })),
};
