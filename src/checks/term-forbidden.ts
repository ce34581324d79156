import { judgeTerms, type Verdict } from '../glossary/adherence.ts';
import type { Check, Finding } from '../model.ts';

/** No glossary term of the source is called in the target what the glossary forbids. */
export const termForbidden: Check = {
  id: 'term_forbidden',
  check: (pair) =>
    judgeTerms(pair)
      .filter(({ kind }) => kind === 'forbidden')
      .flatMap(findingsOf),
};

function findingsOf({ term, wanted, found }: Verdict): readonly Finding[] {
  return found.map(({ start, end, text }) => {
    const values = { surface: term.surface, found: text, preferred: wanted.preferred };
    return {
      check: 'term_forbidden',
      severity: 'error',
      message: { id: wanted.preferred === '' ? 'check.term_forbidden.only' : 'check.term_forbidden', values },
      source: { start: term.start, end: term.end },
      target: { start, end },
    };
  });
}
