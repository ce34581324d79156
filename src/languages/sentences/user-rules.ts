import { primaryLanguage } from '../../language-tag.ts';
import type { Language } from '../../model.ts';
import { type Srx, srxRulesFor } from '../srx/srx.ts';
import { abbreviationKey } from './abbreviations.ts';
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
  const declared = abbreviations.map((written) => [abbreviationKey(written) ?? '', 'declared'] as const);
  return {
    lexicon: { ...lexicon, abbreviations: new Map([...lexicon.abbreviations, ...declared]) },
    rules: [userAbbreviation, ...rules],
  };
}

const userAbbreviation = joins('user-abbreviation', endsAbbreviation('declared'));
