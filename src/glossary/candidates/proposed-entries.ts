import type { Language } from '../../model.ts';
import { spelling } from '../read/rules.ts';
import type { NameCandidate } from './name-candidates.ts';

/**
 * Lines to paste below `terms:` of a glossary.yaml: one proposed entry a name, whose translations somebody fills in. Names
 * that no text tells apart are one entry.
 */
export function proposedEntries(
  candidates: readonly Pick<NameCandidate, 'name' | 'count'>[],
  languages: readonly Language[],
): readonly string[] {
  const known = new Set<string>();
  const targets = languages.map((language) => `, ${language}: ""`).join('');
  return candidates.flatMap(({ name, count }) => {
    const key = spelling(name);
    if (known.has(key)) return [];
    known.add(key);
    return [`  ${name}: { status: proposed${targets} }  # ${count}×`];
  });
}
