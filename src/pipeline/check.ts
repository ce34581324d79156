import { checkPair } from '../checks/index.ts';
import { findTerms, type TermFinder } from '../glossary/find.ts';
import { primaryLanguage } from '../language-tag.ts';
import { registerOfTexts } from '../languages/korean/register.ts';
import { groupsOf } from '../memory/index.ts';
import type { Entry, Finding, Languages } from '../model.ts';

/** A finding and the entry whose target it is about. */
export interface EntryFinding extends Finding {
  readonly entry: Entry;
}

/** Findings of every sentence that has a target; a joined group counts as one. */
export function checkEntries(
  entries: readonly Entry[],
  languages: Languages,
  finder: TermFinder,
): readonly EntryFinding[] {
  const curlyQuotes = entries.some(({ target }) => hasCurlyQuotes(target));
  const register =
    primaryLanguage(languages.target) === 'ko' ? registerOfTexts(entries.map(({ target }) => target)) : undefined;
  let unit = 'paragraph';
  return groupsOf(entries).flatMap(({ head, source }) => {
    unit = head.unit?.split(' ', 1)[0] ?? unit;
    if (head.state === 'initial') return [];
    const terms = findTerms(source, finder);
    const pair = { source, target: head.target, languages, terms, unit, curlyQuotes, register };
    const findings = checkPair(pair).filter(({ check }) => !head.ignore?.includes(check));
    return findings.map((finding) => ({ ...finding, entry: head }));
  });
}

/** An apostrophe inside a word is none. */
function hasCurlyQuotes(text: string): boolean {
  return /[“”‘’]/.test(text) && /[“”‘’]/.test(text.replace(/\p{L}’\p{L}/gu, ''));
}
