import { judgeTerms } from '../../glossary/adherence.ts';
import type { CheckedPair, DocumentCheck, DocumentFinding, GlossaryEntry, Range } from '../../model.ts';

/** One concept has one name in a document: other admitted forms than the one used most are listed. */
export const inconsistentTerm: DocumentCheck = {
  id: 'inconsistent_term',
  check({ units }) {
    const uses = new Map<GlossaryEntry, Use[]>();
    for (const { pairs } of units) for (const pair of pairs) addUses(uses, pair);
    return [...uses].flatMap(([{ term }, own]) => others(own).map((use) => findingOf(use, { term, own })));
  },
};

interface Use extends Range {
  readonly pair: CheckedPair;
  readonly form: string;
  readonly text: string;
}

function addUses(uses: Map<GlossaryEntry, Use[]>, pair: CheckedPair): void {
  for (const { term, wanted, kind, found } of judgeTerms(pair)) {
    const [first] = found;
    if (first === undefined || term.entry.keep || (kind !== 'preferred' && kind !== 'admitted')) continue;
    const form = kind === 'preferred' ? wanted.preferred : listed(first.text, wanted.admitted);
    const use = { pair, form, text: first.text, start: first.start, end: first.end };
    const known = uses.get(term.entry);
    if (known === undefined) uses.set(term.entry, [use]);
    else known.push(use);
  }
}

/** A plural is the same name. */
function listed(text: string, admitted: readonly string[]): string {
  const near = admitted.filter((form) => text.toLowerCase().startsWith(form.slice(0, -1).toLowerCase()));
  return near.toSorted((a, b) => b.length - a.length)[0] ?? text;
}

function others(uses: readonly Use[]): readonly Use[] {
  const usual = usualForm(uses);
  return uses.filter(({ form }) => form !== usual);
}

/** Of equally frequent ones the first. */
function usualForm(uses: readonly Use[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { form } of uses) counts.set(form, (counts.get(form) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0];
}

function findingOf(
  { pair, text, start, end }: Use,
  { term, own }: { term: string; own: readonly Use[] },
): DocumentFinding {
  const values = { found: text, term, usual: usualForm(own) ?? '' };
  return {
    check: 'inconsistent_term',
    severity: 'info',
    message: { id: 'check.inconsistent_term', values },
    target: { start, end },
    pair,
  };
}
