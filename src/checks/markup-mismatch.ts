import { sign, signsOf } from '../languages/signs.ts';
import type { Check, CheckedPair, Finding } from '../model.ts';
import { mismatches } from './mismatch.ts';
import { tagsOf } from './tags.ts';

/**
 * A target has the inline elements of its source, as its format reads them: `**평양(Pyongyang)**은` is no bold text. Order
 * is free, and so is the text in them, but for code spans.
 */
export const markupMismatch: Check = {
  id: 'markup_mismatch',
  check(pair) {
    const { markup } = pair;
    if (markup !== undefined) return withFix(mismatches('markup_mismatch', markup.source, markup.target), pair);
    const signs = signsOf(pair);
    if (((signs.source | signs.target) & sign.code) === 0) return [];
    const [source, target] = [tagsOf(pair.source), tagsOf(pair.target)];
    const found = mismatches('markup_mismatch', source.nodes, target.nodes);
    const torn = target.torn !== undefined && source.torn === undefined ? target.torn : undefined;
    if (found.length > 0 || torn === undefined) return found;
    const { start, end, name } = torn;
    const message = { id: 'check.markup_mismatch.nesting', values: { target: name } } as const;
    return [{ check: 'markup_mismatch', severity: 'error', message, target: { start, end } }];
  },
};

/** Marks that only stand at the wrong place are moved. */
function withFix(findings: readonly Finding[], { markup, target }: CheckedPair): readonly Finding[] {
  const [first, ...others] = findings;
  if (first === undefined || markup?.mended === undefined) return findings;
  return [{ ...first, fix: { start: 0, end: target.length, text: markup.mended } }, ...others];
}
