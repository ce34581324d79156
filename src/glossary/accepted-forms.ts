import type { CheckedPair } from '../model.ts';
import { targetTerm } from './target-term.ts';

/** What the glossary calls the concepts of a pair's source in its target language, the longest first. */
export function acceptedForms({ terms, languages }: Pick<CheckedPair, 'terms' | 'languages'>): readonly string[] {
  if (terms.length === 0) return [];
  const forms = terms.flatMap(({ entry }) => {
    const target = targetTerm(entry, languages.target);
    return target === undefined ? [] : [target.preferred, ...target.admitted];
  });
  return [...new Set(forms)].filter((form) => form !== '').sort((a, b) => b.length - a.length);
}
