import { matches } from './matches.ts';
import type { Quantity } from './quantity.ts';

/** How a language writes quantities: the longest forms first, and the words between amounts that share a scale. */
export interface Grammar {
  readonly rules: readonly (Rule | RuleGroup)[];
  readonly joints: RegExp;
}

/** A way to write a quantity. `pattern` is global; it stays linear on any input. */
export interface Rule {
  /** What every match has in it, cheap to look for: most rules are done there. */
  readonly sign: RegExp;
  readonly pattern: RegExp;
  /** The quantities of a match; `[]` takes the text and gives it no value; `undefined` leaves it to the rules that follow. */
  read(match: Found): readonly Quantity[] | undefined;
}

/** Rules whose matches all have one sign. */
export interface RuleGroup {
  readonly sign: RegExp;
  readonly rules: readonly Rule[];
}

export interface Found {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly groups: Readonly<Record<string, string | undefined>>;
}

/** Stands where a quantity was taken: no letter, no digit, no blank. */
const taken = '\ufffc';

/** Applies the rules in order; what one took, the next ones no longer see. The quantities come in text order. */
export function scan(text: string, rules: Grammar['rules']): readonly Quantity[] {
  const quantities: Quantity[] = [];
  let rest = text;
  for (const part of rules) {
    if (!part.sign.test(text)) continue;
    if (!('rules' in part)) rest = apply(part, rest, quantities);
    else for (const rule of part.rules) if (rule.sign.test(text)) rest = apply(rule, rest, quantities);
  }
  return quantities.sort((a, b) => a.start - b.start);
}

function apply(rule: Rule, text: string, quantities: Quantity[]): string {
  let rest = '';
  let done = 0;
  for (const match of matches(text, rule.pattern)) {
    const end = match.index + match[0].length;
    const read = rule.read({ start: match.index, end, text: match[0], groups: match.groups ?? {} });
    if (read === undefined) continue;
    quantities.push(...read);
    rest += text.slice(done, match.index) + taken.repeat(end - match.index);
    done = end;
  }
  return done === 0 ? text : rest + text.slice(done);
}
