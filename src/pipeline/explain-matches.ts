import { similarity, tokensOf } from '../memory/index.ts';
import type { Language, MatchKind, Pair, Place } from '../model.ts';
import { codesOf, engineText } from './codes.ts';
import type { MatchedEntry } from './matching/matching.ts';
import { needsTarget } from './needs-target.ts';
import type { Plan, PlannedTranslation } from './plan.ts';
import { requestMap } from './request-map.ts';

/** Why a sentence has the target that it has, or gets none from the memory. Those that did not change are left out. */
export interface Explanation {
  /** In the source document. */
  readonly place: Place;
  readonly language: Language;
  readonly source: string;
  /** `engine`: somebody is asked; `waiting`: there is nobody to ask. */
  readonly kind: Exclude<MatchKind, 'unchanged'> | 'engine' | 'waiting';
  /** The best pair that there was, and how alike its source is (0–100). */
  readonly basis?: (Pair & { readonly path?: string | undefined; readonly similarity: number }) | undefined;
  /** What was put for what. */
  readonly replaced?: readonly string[] | undefined;
}

/** Sentence by sentence, in the order of the documents. */
export function explainMatches({ translations, requests }: Plan): readonly Explanation[] {
  const asked = requestMap(requests.map((request) => [request, request.request.match]));
  return translations.flatMap((translation) => {
    const { document, languages } = translation;
    const placeOf = placesIn(document.original ?? document.text, document.path);
    return translation.matched.flatMap((matched): readonly Explanation[] => {
      const { entry, segment } = matched;
      const kind = kindOf(matched, translation);
      if (segment === undefined || kind === undefined) return [];
      const similar = kind === 'engine' ? asked.get(translation, engineText(segment, document)) : undefined;
      const basis = matched.basis ?? entry.previous ?? similar;
      const { path } = document;
      return [
        {
          place: placeOf(segment.start),
          language: languages.target,
          source: segment.text,
          kind,
          basis: basis && { ...basis, similarity: alike(basis, { source: segment.text, path }) },
          replaced: kind === 'repaired' ? entry.replaced : undefined,
        },
      ];
    });
  });
}

function kindOf({ entry, match }: MatchedEntry, { route }: PlannedTranslation): Explanation['kind'] | undefined {
  if (needsTarget(entry, route[0])) return route.length === 0 ? 'waiting' : 'engine';
  return match === 'unchanged' ? undefined : match;
}

/** With the codes of the format that each stands in. */
function alike(
  basis: Pair & { readonly path?: string | undefined },
  segment: { readonly source: string; readonly path: string },
): number {
  const tokens = (source: string, path: string) => tokensOf(source, codesOf({ source, path }));
  return Math.floor(similarity(tokens(basis.source, basis.path ?? segment.path), tokens(segment.source, segment.path)));
}

/** Line and column of offsets that ascend. */
function placesIn(text: string, file: string): (at: number) => Place {
  let [line, start] = [1, 0];
  return (at) => {
    for (let end = text.indexOf('\n', start); end >= 0 && end < at; end = text.indexOf('\n', start)) {
      line += 1;
      start = end + 1;
    }
    return { file, line, column: at - start + 1 };
  };
}
