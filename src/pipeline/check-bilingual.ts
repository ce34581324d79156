import { checkPair } from '../checks/index.ts';
import type { ReadFile, ReadSegment } from '../exchange/index.ts';
import { findTerms, type TermFinder } from '../glossary/find.ts';
import { primaryLanguage } from '../language-tag.ts';
import type { Finding } from '../model.ts';
import { traitsOf } from './traits.ts';

/** A finding and the segment of a bilingual file whose target it is about. */
export interface SegmentFinding extends Finding {
  readonly segment: ReadSegment;
}

/** Findings of every pair of a file. The glossary knows German texts; of others no term is asked for. */
export function checkBilingual({ segments }: ReadFile, finder: TermFinder): readonly SegmentFinding[] {
  const targets = segments.map(({ target }) => target);
  const traits = traitsOf(targets, segments[0]?.languages.target ?? '');
  return segments.flatMap((segment) => {
    const { source, target, languages, unit } = segment;
    const terms = primaryLanguage(languages.source) === 'de' ? findTerms(source, finder) : [];
    const pair = { source, target, languages, terms, unit, ...traits };
    return checkPair(pair).map((finding) => ({ ...finding, segment }));
  });
}
