import { anyUnit } from '../formats/unit-text.ts';
import type { TermFinder } from '../glossary/find.ts';
import { targetTerm } from '../glossary/target-term.ts';
import type { Entry, Pair } from '../model.ts';
import { isReviewed } from '../states.ts';
import type { TranslatedDocument } from './render-document.ts';
import { termsIn } from './terms.ts';

/** Glossary names in the source of a sentence, as they stand there, with what they are to be called. */
export type TermsOf = (entry: Entry) => readonly Pair[];

/** None of a sentence that a person has looked at. */
export function changeTerms({ document, languages, matched, result }: TranslatedDocument, finder: TermFinder): TermsOf {
  const segments = new Map(result.map((entry, at) => [entry, matched[at]?.segment]));
  return (entry) => {
    const segment = segments.get(entry);
    if (segment === undefined || isReviewed(entry)) return [];
    const unit = document.units[segment.unit] ?? anyUnit;
    const found = termsIn(segment.text, { unit, format: document.format }, finder).flatMap(
      ({ entry: term, surface }): readonly Pair[] => {
        const { preferred = '' } = targetTerm(term, languages.target) ?? {};
        return preferred === '' || term.status === 'deprecated' ? [] : [{ source: surface, target: preferred }];
      },
    );
    const known = new Map(found.map((pair) => [`${pair.source} = ${pair.target}`, pair]));
    return [...known.values()];
  };
}
