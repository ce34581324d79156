import { primaryLanguage } from '../../language-tag.ts';
import type { Language } from '../../model.ts';
import { type Srx, srxRulesFor } from '../srx/srx.ts';
import { abbreviationKey, endingParts, followingParts } from './abbreviation-parts.ts';
import type { Candidate } from './candidate.ts';
import { endsAbbreviation } from './conditions.ts';
import { joins, type SentenceRules } from './rule.ts';

/** What a project knows about the ends of its sentences that we do not. */
export interface UserRules {
  /** By language, with their full stops: `Abk.`, `i. S. v.` No sentence ends behind them. */
  readonly abbreviations: Readonly<Record<Language, readonly string[]>>;
  /** They decide before the abbreviations, and before our own rules. */
  readonly srx?: Srx | undefined;
}

/** Our rules for a language with those of the project. */
export function withUserRules(ours: SentenceRules, userRules: UserRules, language: Language): SentenceRules {
  const srx = userRules.srx && srxRulesFor(userRules.srx, language);
  return { ...withAbbreviations(ours, abbreviationsFor(language, userRules)), ...(srx?.length && { srx }) };
}

/** Those of `de` are for `de-AT` too. */
function abbreviationsFor(language: Language, { abbreviations }: UserRules): readonly string[] {
  const tags = [...new Set([language, primaryLanguage(language)])];
  return tags.flatMap((tag) => (Object.hasOwn(abbreviations, tag) ? (abbreviations[tag] ?? []) : []));
}

function withAbbreviations({ lexicon, rules }: SentenceRules, abbreviations: readonly string[]): SentenceRules {
  if (abbreviations.length === 0) return { lexicon, rules };
  const keys = abbreviations.map((written) => abbreviationKey(written) ?? '');
  const declared = keys.map((key) => [key, 'declared'] as const);
  const several = new Set(keys.filter((key) => key.includes('.')));
  const isDeclared = endsAbbreviation('declared');
  return {
    lexicon: { ...lexicon, abbreviations: new Map([...lexicon.abbreviations, ...declared]) },
    rules: [joins('user-abbreviation', (candidate) => isDeclared(candidate) || isInside(candidate, several)), ...rules],
  };
}

/** A full stop between the parts of one of the abbreviations: `i. S. v.` */
function isInside(candidate: Candidate, abbreviations: ReadonlySet<string>): boolean {
  if (abbreviations.size === 0 || candidate.mark !== '.') return false;
  const following = followingParts(candidate);
  return endingParts(candidate).some((before) => following.some((after) => abbreviations.has(before + after)));
}
