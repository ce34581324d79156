import { judgeTerms, type Verdict } from '../glossary/adherence.ts';
import type { Check, CheckedPair, Finding, Message } from '../model.ts';

/**
 * Each glossary term of the source is called in the target what the glossary calls it, once at least. Notes: an admitted
 * form where another is preferred (`term_admitted`), fewer occurrences than in the source (`term_count`).
 */
export const termMissing: Check = {
  id: 'term_missing',
  check: (pair) => judgeTerms(pair).flatMap((verdict) => [...findingOf(verdict), ...countOf(verdict, pair)]),
};

function countOf({ term, accepted }: Verdict, { terms }: CheckedPair): readonly Finding[] {
  if (accepted === 0 || terms.length <= accepted) return [];
  const expected = terms.filter(({ entry }) => entry === term.entry).length;
  if (expected <= accepted) return [];
  const values = { surface: term.surface, found: accepted, expected };
  const source = { start: term.start, end: term.end };
  return [{ check: 'term_count', severity: 'info', message: { id: 'check.term_count', values }, source }];
}

/** What is never translated has a check of its own. */
function findingOf(verdict: Verdict): readonly Finding[] {
  const { term, wanted, kind, found } = verdict;
  if (term.entry.keep && kind === 'missing') return [];
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
