import { lookWith, type SrxLook } from '../srx/look.ts';
import type { SrxRule } from '../srx/srx.ts';
import { type Candidate, findCandidate } from './candidate.ts';
import { isBlank, skipBlanks } from './characters.ts';
import type { Decided } from './decide.ts';
import { ruleFor, type SentenceRules } from './rule.ts';

/**
 * Every candidate of a text, in order, and the places where a rule of the user ends a sentence. Those rules decide first,
 * at a candidate at any place of the white space behind it.
 */
export function* decideWithSrx(text: string, rules: SentenceRules, srx: readonly SrxRule[]): Generator<Decided> {
  const look = lookWith(srx, text);
  let start = skipBlanks(text, 0);
  let at = start;
  let candidate = findCandidate(text, { from: at, start }, rules.lexicon);
  for (;;) {
    const cut = look.nextBreak(at, candidate?.end ?? text.trimEnd().length);
    if (cut === undefined && candidate === undefined) return;
    const decided = cut === undefined ? decideAt(candidate as Candidate, look, rules) : cutAt(text, cut);
    yield decided;
    at = decided.next;
    if (decided.rule.break) start = at;
    // Far ahead it stays where it is; only the sentence has another start.
    const from = Math.max(at, candidate?.stop ?? text.length);
    candidate = findCandidate(text, { from, start }, rules.lexicon);
  }
}

function cutAt(text: string, { at, rule }: { readonly at: number; readonly rule: SrxRule }): Decided {
  let end = at;
  while (isBlank(text.charCodeAt(end - 1))) end -= 1;
  return { end, next: skipBlanks(text, at), rule };
}

function decideAt(candidate: Candidate, look: SrxLook, rules: SentenceRules): Decided {
  const { end, next } = candidate;
  return { end, next, rule: srxRuleAt(candidate, look) ?? ruleFor(candidate, rules) };
}

/** One that breaks anywhere in the white space, else one that joins there. */
function srxRuleAt({ end, next }: Candidate, look: SrxLook): SrxRule | undefined {
  let joining: SrxRule | undefined;
  for (let at = end; at <= next; at = at < end + mostBlanks ? at + 1 : Math.max(at + 1, next)) {
    const rule = look.ruleAt(at);
    if (rule?.break) return rule;
    joining ??= rule;
  }
  return joining;
}

/** Of longer white space the beginning and the end are looked at. */
const mostBlanks = 16;
