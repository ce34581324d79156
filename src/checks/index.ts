import type { Check, CheckedPair, Finding, Severity } from '../model.ts';
import { dateMismatch } from './date-mismatch.ts';
import { emptyTarget } from './empty-target.ts';
import { endPunctuation } from './end-punctuation.ts';
import { koParticle } from './ko-particle.ts';
import { koStyle } from './ko-style.ts';
import { numberFormat } from './number-format.ts';
import { numberMismatch } from './number-mismatch.ts';
import { quoteStyle } from './quote-style.ts';
import { sameAsSource } from './same-as-source.ts';
import { termForbidden } from './term-forbidden.ts';
import { termMissing } from './term-missing.ts';

/** After one of these nothing else is worth saying. */
const exclusive: readonly Check[] = [emptyTarget, sameAsSource];

export const checks: readonly Check[] = [
  ...exclusive,
  numberMismatch,
  numberFormat,
  dateMismatch,
  termMissing,
  termForbidden,
  quoteStyle,
  endPunctuation,
  koParticle,
  koStyle,
];

/** What the checks find in a pair: the gravest first, then from left to right. */
export function checkPair(pair: CheckedPair, wanted: readonly Check[] = checks): readonly Finding[] {
  for (const check of exclusive) {
    const findings = wanted.includes(check) ? check.check(pair) : [];
    if (findings.length > 0) return findings;
  }
  const findings: Finding[] = [];
  for (const check of wanted) if (!exclusive.includes(check)) findings.push(...check.check(pair));
  return findings.length < 2 ? findings : findings.toSorted(inOrder);
}

const gravity: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

function inOrder(a: Finding, b: Finding): number {
  return (
    gravity[a.severity] - gravity[b.severity] ||
    (a.target?.start ?? 0) - (b.target?.start ?? 0) ||
    (a.source?.start ?? 0) - (b.source?.start ?? 0) ||
    Number(a.check > b.check) - Number(a.check < b.check)
  );
}
