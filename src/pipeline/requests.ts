import { isFakeEngine, isRemoteEngine } from '../engine-ids.ts';
import { anyUnit } from '../formats/unit-text.ts';
import type { TermFinder } from '../glossary/find.ts';
import { targetTerm } from '../glossary/target-term.ts';
import { findSimilar, type Memory, type Sentence } from '../memory/index.ts';
import type { Pair } from '../model.ts';
import { isConfidential } from '../paths/document-rules.ts';
import type { Settings } from '../settings.ts';
import { engineText, withoutCodes } from './codes.ts';
import { needsTarget } from './needs-target.ts';
import type { PlannedRequest, PlannedTranslation } from './plan.ts';
import { type Route, requestMap } from './request-map.ts';
import { termsIn } from './terms.ts';

/** What a sentence is translated with. */
export interface Helps {
  readonly finder: TermFinder;
  readonly memory: Memory;
  readonly settings: Settings;
}

/** What an engine is asked for in a document: each open sentence, with what helps to translate it. */
export function requestsOf(
  { document, languages, matched, route }: PlannedTranslation,
  { finder, memory, settings }: Helps,
): readonly PlannedRequest[] {
  const open = matched.filter(({ entry, segment }) => segment !== undefined && needsTarget(entry, route[0]));
  if (open.length === 0) return [];
  const { segments } = document;
  const similarTo = (sentence: Sentence) => similar(sentence, route, { memory, settings });
  const texts = segments.map((segment) => engineText(segment, document));
  const plainTexts = texts.map(withoutCodes);
  const places = new Map(segments.map((segment, at) => [segment, at]));
  return open.flatMap(({ entry, segment, basis }) => {
    const at = segment && places.get(segment);
    const text = texts[at ?? -1];
    if (segment === undefined || at === undefined || text === undefined) return [];
    const context = { before: plainTexts[at - 1] ?? '', after: plainTexts[at + 1] ?? '' };
    const unit = document.units[segment.unit] ?? anyUnit;
    const terms = termsIn(segment.text, { unit, format: document.format }, finder).flatMap(({ entry, surface }) => {
      const { preferred = '' } = targetTerm(entry, languages.target) ?? {};
      return preferred === '' || entry.status === 'deprecated' ? [] : [{ source: surface, target: preferred }];
    });
    const { previous } = entry;
    const match =
      previous === undefined ? (basis ?? similarTo({ source: segment.text, path: document.path })) : undefined;
    return [{ languages, route, document: document.path, request: { text, context, terms, previous, match } }];
  });
}

/** A sentence is asked for once, wherever it stands. */
export function unique(requests: readonly PlannedRequest[]): readonly PlannedRequest[] {
  const known = requestMap<true>();
  return requests.filter((planned) => {
    const { text } = planned.request;
    const isFirst = known.get(planned, text) === undefined;
    if (isFirst) known.set(planned, text, true);
    return isFirst;
  });
}

/** What an engine may see of the memory: not what is confidential, unless it never leaves the machine. */
function similar(sentence: Sentence, route: Route, { memory, settings }: Known): Pair | undefined {
  if (route.length === 0 || route.every(isFakeEngine)) return undefined;
  const isOpen = !route.some(isRemoteEngine);
  return findSimilar(memory, sentence, ({ path }) => isOpen || !isConfidential(path, settings));
}

interface Known {
  readonly memory: Memory;
  readonly settings: Settings;
}
