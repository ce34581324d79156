import { findCandidate } from './candidate.ts';
import { skipBlanks } from './characters.ts';
import { decideWithSrx } from './decide-with-srx.ts';
import { ruleFor, type SentenceRules } from './rule.ts';

/** A candidate and the rule that decided. */
export interface Decided {
  /** Where the sentence would end, and where the next one would start. */
  readonly end: number;
  readonly next: number;
  readonly rule: { readonly id: string; readonly break: boolean };
}

/** Every candidate of a text, in order. */
export function decide(text: string, rules: SentenceRules): Iterable<Decided> {
  return rules.srx === undefined ? decideByList(text, rules) : decideWithSrx(text, rules, rules.srx);
}

function* decideByList(text: string, rules: SentenceRules): Generator<Decided> {
  let start = skipBlanks(text, 0);
  let candidate = findCandidate(text, { from: start, start }, rules.lexicon);
  while (candidate !== undefined) {
    const { end, next } = candidate;
    const rule = ruleFor(candidate, rules);
    yield { end, next, rule };
    if (rule.break) start = next;
    candidate = findCandidate(text, { from: end, start }, rules.lexicon);
  }
}
