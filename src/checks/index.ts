import type { Check, CheckedPair, DocumentFinding, Finding } from '../model.ts';
import { lately } from '../once.ts';
import { bracketMismatch } from './bracket-mismatch.ts';
import { dateMismatch } from './date-mismatch.ts';
import { dntChanged } from './dnt-changed.ts';
import { emptyTarget } from './empty-target.ts';
import { encoding } from './encoding.ts';
import { endPunctuation } from './end-punctuation.ts';
import { joinPairs } from './join-pairs.ts';
import { koParticle } from './ko-particle.ts';
import { koStyle } from './ko-style.ts';
import { lengthRatio } from './length-ratio.ts';
import { llmResidue } from './llm-residue.ts';
import { markupMismatch } from './markup-mismatch.ts';
import { negationMissing } from './negation-missing.ts';
import { numberFormat } from './number-format.ts';
import { numberMismatch } from './number-mismatch.ts';
import { inOrder } from './order.ts';
import { placeholderMismatch } from './placeholder-mismatch.ts';
import { quoteMismatch } from './quote-mismatch.ts';
import { quoteStyle } from './quote-style.ts';
import { repeatedWord } from './repeated-word.ts';
import { sameAsSource } from './same-as-source.ts';
import { sentenceCount } from './sentence-count.ts';
import { sourceNote } from './source-note.ts';
import { termForbidden } from './term-forbidden.ts';
import { termMissing } from './term-missing.ts';
import { unitMismatch } from './unit-mismatch.ts';
import { untranslatedFragment } from './untranslated-fragment.ts';
import { urlMismatch } from './url-mismatch.ts';
import { whitespace } from './whitespace.ts';
import { wrongScript } from './wrong-script.ts';

/** After one of these nothing else is worth saying. */
const exclusive: readonly Check[] = [emptyTarget, sameAsSource];

export const checks: readonly Check[] = [
  ...exclusive,
  untranslatedFragment,
  wrongScript,
  numberMismatch,
  numberFormat,
  dateMismatch,
  unitMismatch,
  termMissing,
  termForbidden,
  dntChanged,
  placeholderMismatch,
  urlMismatch,
  markupMismatch,
  quoteStyle,
  quoteMismatch,
  bracketMismatch,
  endPunctuation,
  sentenceCount,
  lengthRatio,
  repeatedWord,
  whitespace,
  negationMissing,
  llmResidue,
  encoding,
  sourceNote,
  koParticle,
  koStyle,
];

/** What the checks find in a pair: the gravest first, then from left to right. */
export function checkPair(pair: CheckedPair, wanted: readonly Check[] = checks): readonly Finding[] {
  return inOrder(findingsOf(pair, wanted));
}

/**
 * What the checks find in the sentences of one unit: most look at each by itself, some at all of them as one pair. Not in
 * order.
 */
export function checkUnit(
  pairs: readonly CheckedPair[],
  wanted: readonly Check[] = checks,
): readonly DocumentFinding[] {
  const [only] = pairs;
  if (pairs.length === 1 && only !== undefined) return of(only, findingsOf(only, wanted));
  const found = pairs.map((pair) => ({ pair, ...firstExclusive(pair, wanted) }));
  const single = wanted.filter((check) => check.scope !== 'unit' && !exclusive.includes(check));
  const own = found.flatMap(({ pair, findings }) => of(pair, findings ?? allOf(pair, single)));
  if (found.some(({ findings }) => findings !== undefined)) return own;
  const together = joinPairs(pairs);
  const whole = wanted.filter(({ scope }) => scope === 'unit');
  return [...own, ...allOf(together.pair, whole).map((finding) => together.part(finding))];
}

function findingsOf(pair: CheckedPair, wanted: readonly Check[]): readonly Finding[] {
  return firstExclusive(pair, wanted).findings ?? allOf(pair, additive(wanted));
}

/** A list of checks is used for many pairs. */
const additive = lately((wanted: readonly Check[]) => wanted.filter((check) => !exclusive.includes(check)));

function firstExclusive(pair: CheckedPair, wanted: readonly Check[]): { readonly findings?: readonly Finding[] } {
  for (const check of exclusive) {
    if (wanted !== checks && !wanted.includes(check)) continue;
    const findings = check.check(pair);
    if (findings.length > 0) return { findings };
  }
  return {};
}

function allOf(pair: CheckedPair, wanted: readonly Check[]): readonly Finding[] {
  const all: Finding[] = [];
  for (const check of wanted) {
    const findings = check.check(pair);
    if (findings.length > 0) all.push(...findings);
  }
  return all;
}

function of(pair: CheckedPair, findings: readonly Finding[]): readonly DocumentFinding[] {
  return findings.map((finding) => ({ ...finding, pair }));
}
