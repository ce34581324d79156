import type { Candidate } from './candidate.ts';
import type { Lexicon } from './lexicon.ts';

/** How a language ends its sentences: its words, and an ordered list whose last rule applies to everything. */
export interface SentenceRules {
  readonly lexicon: Lexicon;
  readonly rules: readonly Rule[];
}

/** One line of a decision list. The first rule that applies decides whether a sentence ends at the candidate. */
export interface Rule {
  readonly id: string;
  readonly break: boolean;
  applies(candidate: Candidate): boolean;
}

export function breaks(id: string, applies: Rule['applies']): Rule {
  return { id, break: true, applies };
}

export function joins(id: string, applies: Rule['applies']): Rule {
  return { id, break: false, applies };
}

export function ruleFor(candidate: Candidate, rules: readonly Rule[]): Rule {
  const rule = rules.find(({ applies }) => applies(candidate));
  if (rule === undefined) throw new Error('The last rule of a decision list applies to everything');
  return rule;
}
