import { UserError } from '../../errors.ts';
import { once } from '../../once.ts';
import { matchesAt, mayBeginWith, type Run } from './match.ts';
import { isInsideOfPair, signAt } from './sign.ts';
import type { SrxRule } from './srx.ts';

/** A text as the rules of a user see it. Both throw `UserError` where they take too long. */
export interface SrxLook {
  /** The rule that decides at a place, if one does. */
  ruleAt(at: number): SrxRule | undefined;
  /** The first place between `from` and `to`, without these, where a rule ends a sentence. */
  nextBreak(from: number, to: number): { readonly at: number; readonly rule: SrxRule } | undefined;
}

export function lookWith(rules: readonly SrxRule[], text: string): SrxLook {
  const behind = rulesBehind(rules);
  let current = rules[0];
  // Counted in steps, not in seconds: the same text and rules fail on every machine or on none.
  const run: Run = { text, steps: stepsForEach * Math.max(text.length, shortText), stop: () => refuse(current) };
  const matches = (rule: SrxRule, at: number) => {
    current = rule;
    return matchesAt(rule.before, at, run) && matchesAt(rule.after, at, run);
  };
  const ruleAt = (at: number) => behind(signBehind(text, at)).all.find((rule) => matches(rule, at));
  return {
    ruleAt,
    nextBreak: (from, to) => {
      for (let at = from + 1; at < to; at++) {
        const { breaking } = behind(signBehind(text, at));
        const rule = breaking.some((one) => matches(one, at)) ? ruleAt(at) : undefined;
        if (rule?.break) return { at, rule };
      }
      return undefined;
    },
  };
}

/** For each code unit. LanguageTool's 34 rules for German need 6, its 400 for Polish 400 where the text is `. . . .` */
const stepsForEach = 2_000;
const shortText = 200;

/** The rules that may match behind a sign, and those of them that end a sentence. */
const rulesBehind = once((rules: readonly SrxRule[]) => {
  const known = new Map<number | undefined, Fitting>();
  return (code: number | undefined) => {
    const answer = known.get(code) ?? fitting(rules, code);
    known.set(code, answer);
    return answer;
  };
});

interface Fitting {
  readonly all: readonly SrxRule[];
  readonly breaking: readonly SrxRule[];
}

function fitting(rules: readonly SrxRule[], code: number | undefined): Fitting {
  const all = code === undefined ? [] : rules.filter(({ before }) => mayBeginWith(before, code));
  return { all, breaking: all.filter((rule) => rule.break) };
}

/** Between the halves of a sign no rule matches. */
function signBehind(text: string, at: number): number | undefined {
  return isInsideOfPair(text, at) ? undefined : signAt(text, at, 'behind');
}

function refuse(rule: SrxRule | undefined): never {
  const { file, line } = rule ?? {};
  throw new UserError(
    { id: 'srx.slow' },
    { place: { ...(file !== undefined && { file }), ...(line !== undefined && { line }) }, hint: { id: 'srx.hint' } },
  );
}
