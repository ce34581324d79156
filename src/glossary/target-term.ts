import type { GlossaryEntry, Language, TargetTerm } from '../model.ts';

/** What an entry is called in a language (`en-US` falls back on `en`); a kept one is called in every language what it is. */
export function targetTerm({ term, keep, targets }: GlossaryEntry, language: Language): TargetTerm | undefined {
  const own = targets[language] ?? targets[language.replace(/-.*$/u, '')];
  return own ?? (keep ? { preferred: term, admitted: [], forbidden: [] } : undefined);
}
