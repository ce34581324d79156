import type { SrxRule } from '../srx/srx.ts';
import type { Candidate } from './candidate.ts';
import type { Lexicon } from './lexicon.ts';

/** How a language ends its sentences: its words, and an ordered list whose last rule has no condition. */
export interface SentenceRules {
  readonly lexicon: Lexicon;
  readonly rules: readonly Rule[];
  /** Rules of the user, which decide first, and may break anywhere. */
  readonly srx?: readonly SrxRule[] | undefined;
}

/** One line of a decision list. The first rule whose conditions all hold decides whether a sentence ends. */
export interface Rule {
  readonly id: string;
  readonly break: boolean;
  readonly conditions: readonly Condition[];
}

export type Condition = (candidate: Candidate) => boolean;

export function breaks(id: string, ...conditions: readonly Condition[]): Rule {
  return { id, break: true, conditions };
}

export function joins(id: string, ...conditions: readonly Condition[]): Rule {
  return { id, break: false, conditions };
}

export function not(condition: Condition): Condition {
  return (candidate) => !condition(candidate);
}

export function ruleFor(candidate: Candidate, { rules }: SentenceRules): Rule {
  const rule = rules.find(({ conditions }) => conditions.every((holds) => holds(candidate)));
  if (rule === undefined) throw new Error('The last rule of a decision list has no condition');
  return rule;
}
