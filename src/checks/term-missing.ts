import { judgeTerms, type Verdict } from '../glossary/adherence.ts';
import type { Check, Finding, Message } from '../model.ts';

/** Each glossary term of the source is called in the target what the glossary calls it. */
export const termMissing: Check = {
  id: 'term_missing',
  check: (pair) => judgeTerms(pair).flatMap(findingOf),
};

function findingOf(verdict: Verdict): readonly Finding[] {
  const { term, wanted, kind, found } = verdict;
  const source = { start: term.start, end: term.end };
  const [form] = found;
  if (kind === 'missing') {
    const severity = term.entry.status === 'proposed' ? 'warning' : 'error';
    return [{ check: 'term_missing', severity, message: missing(verdict), source }];
  }
  if (form === undefined || kind === 'preferred' || kind === 'forbidden') return [];
  const values = { surface: term.surface, found: form.text, preferred: wanted.preferred };
  const place = { source, target: { start: form.start, end: form.end } };
  return kind === 'admitted'
    ? [{ check: 'term_admitted', severity: 'info', message: { id: 'check.term_admitted', values }, ...place }]
    : [{ check: 'term_missing', severity: 'info', message: { id: 'check.term_missing.continued', values }, ...place }];
}

function missing({ term, wanted }: Verdict): Message {
  const [preferred = '', ...admitted] = [wanted.preferred, ...wanted.admitted].filter((form) => form !== '');
  const values = { surface: term.surface, preferred, admitted };
  return { id: admitted.length === 0 ? 'check.term_missing' : 'check.term_missing.admitted', values };
}
