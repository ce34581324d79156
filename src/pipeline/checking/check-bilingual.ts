import { type CheckSettings, limitsOf, noCheckSettings } from '../../checks/settings.ts';
import type { ReadFile, ReadSegment } from '../../exchange/index.ts';
import { findTerms, type TermFinder } from '../../glossary/find.ts';
import { primaryLanguage } from '../../language-tag.ts';
import type { CheckedPair, Finding } from '../../model.ts';
import { checkDocument } from './check.ts';
import { traitsOf } from './traits.ts';

/** A finding and the segment of a bilingual file whose target it is about. */
export interface SegmentFinding extends Finding {
  readonly segment: ReadSegment;
}

/**
 * Findings of every pair of a file, in its order; what it has in one pair of languages is one document. The glossary knows
 * German texts; of others no term is asked for.
 */
export function checkBilingual(
  { segments }: ReadFile,
  finder: TermFinder,
  settings: CheckSettings = noCheckSettings,
): readonly SegmentFinding[] {
  const found = documentsOf(segments).flatMap((document) => findingsOf(document, finder, settings));
  const findings = new Map(found);
  return segments.flatMap((segment) => findings.get(segment) ?? []);
}

function documentsOf(segments: readonly ReadSegment[]): readonly (readonly ReadSegment[])[] {
  const documents = new Map<string, ReadSegment[]>();
  for (const segment of segments) {
    const key = `${segment.languages.source} ${segment.languages.target}`;
    const document = documents.get(key);
    if (document === undefined) documents.set(key, [segment]);
    else document.push(segment);
  }
  return [...documents.values()];
}

type Found = readonly [ReadSegment, readonly SegmentFinding[]];

function findingsOf(segments: readonly ReadSegment[], finder: TermFinder, settings: CheckSettings): readonly Found[] {
  const [first] = segments;
  if (first === undefined) return [];
  const { languages } = first;
  const shared = {
    languages,
    ...traitsOf(
      segments.map(({ target }) => target),
      languages.target,
    ),
    limits: limitsOf(settings),
  };
  const isGerman = primaryLanguage(languages.source) === 'de';
  const pairs = segments.map(({ source, target, unit, context }): CheckedPair => {
    return { ...shared, source, target, unit, context, terms: isGerman ? findTerms(source, finder) : [] };
  });
  const units = pairs.map((pair) => ({ pairs: [pair], added: 0 }));
  const found = checkDocument({ languages, units, isComplete: false }, settings);
  return segments.map((segment, at) => {
    const own = found.get(pairs[at] as CheckedPair) ?? [];
    return [segment, own.map(({ pair: _, ...finding }) => ({ ...finding, segment }))];
  });
}
