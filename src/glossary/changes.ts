import type { Glossary, GlossaryEntry, Language, TargetTerm } from '../model.ts';
import type { FormerForms } from './enforce/enforce-terms.ts';
import { spelling } from './read/rules.ts';
import { targetTerm } from './target-term.ts';

/** What a change of the glossary asks of the translations: the approved entries that changed, by target language. */
export type GlossaryChanges = ReadonlyMap<Language, FormerForms>;

/** Entries that demand something else than before of a language, or are found elsewhere. One that is gone demands nothing. */
export function glossaryChanges(before: Glossary, now: Glossary, languages: readonly Language[]): GlossaryChanges {
  const formerOf = formerEntries(before);
  const approved = now.entries.filter(({ status }) => status === 'approved');
  return new Map(
    languages.map((language) => {
      const changed = approved.flatMap((entry): readonly (readonly [GlossaryEntry, readonly string[]])[] => {
        const wanted = targetTerm(entry, language);
        const former = formerOf(entry);
        if (wanted === undefined || (former && demand(former, language)) === demand(entry, language)) return [];
        return [[entry, noLongerAccepted(former && targetTerm(former, language), wanted)]];
      });
      return [language, new Map(changed)];
    }),
  );
}

/** An entry keeps its history when a variant of it becomes the term. */
function formerEntries({ entries }: Glossary): (entry: GlossaryEntry) => GlossaryEntry | undefined {
  const byForm = new Map<string, GlossaryEntry>();
  for (const entry of entries) for (const form of formsOf(entry)) byForm.set(form, byForm.get(form) ?? entry);
  return (entry) => {
    const known = formsOf(entry).find((form) => byForm.has(form));
    return known === undefined ? undefined : byForm.get(known);
  };
}

const formsOf = ({ term, variants, forms }: GlossaryEntry): readonly string[] =>
  [term, ...variants, ...forms].map(spelling);

/** Equal for entries that are found in the same places and ask for the same there. */
function demand(entry: GlossaryEntry, language: Language): string {
  const { term, variants, forms, inflection, keep, status, closed, except } = entry;
  const { preferred = '', admitted = [], forbidden = [] } = targetTerm(entry, language) ?? {};
  const lists = [variants, forms, except, admitted, forbidden].map((list) => list.toSorted());
  return JSON.stringify([term, inflection, keep, status, closed, entry.case, preferred, lists]);
}

function noLongerAccepted(former: TargetTerm | undefined, wanted: TargetTerm): readonly string[] {
  const accepted = new Set([wanted.preferred, ...wanted.admitted]);
  const forms = former === undefined ? [] : [former.preferred, ...former.admitted];
  return forms.filter((form) => form !== '' && !accepted.has(form));
}
