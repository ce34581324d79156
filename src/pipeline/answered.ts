import { isFakeEngine } from '../engine-ids.ts';
import { anyUnit } from '../formats/unit-text.ts';
import { enforceTerms, type Replacement } from '../glossary/enforce/enforce-terms.ts';
import type { TermFinder } from '../glossary/find.ts';
import type { Entry } from '../model.ts';
import { isMarked, noMachine } from '../states.ts';
import { engineText, fromEngine } from './codes.ts';
import type { MatchedEntry } from './matching/matching.ts';
import { needsTarget } from './needs-target.ts';
import type { PlannedTranslation } from './plan.ts';
import type { RequestMap } from './request-map.ts';
import { termsIn } from './terms.ts';

/** What engines answered. */
export type Answers = Pick<RequestMap<EngineAnswer>, 'get'>;

export interface EngineAnswer {
  readonly text: string;
  /** Id for `machine:`. */
  readonly engine: string;
}

/** An entry with its answer, where it waits for one and there is one; the terms in it are the glossary's. */
export function answered(
  { entry, segment }: MatchedEntry,
  { document, languages, route }: PlannedTranslation,
  { answers, finder }: { readonly answers: Answers; readonly finder: TermFinder },
): Entry {
  if (segment === undefined || !needsTarget(entry, route[0])) return entry;
  const answer = answers.get({ languages, route }, engineText(segment, document));
  const target = answer === undefined ? undefined : fromEngine(answer.text, segment, document);
  if (answer === undefined || target === undefined) return entry;
  const { engine } = answer;
  const own: Entry = { ...entry, ...noMachine, target, state: 'translated', machine: engine };
  if (!isTranslation(engine, target)) return own;
  const source = segment.text;
  const unit = document.units[segment.unit] ?? anyUnit;
  const terms = termsIn(source, { unit, format: document.format }, finder);
  const enforced = enforceTerms({ source, target, languages, terms });
  return enforced.replaced.length === 0
    ? own
    : { ...own, target: enforced.target, replaced: enforced.replaced.map(said) };
}

/** echo and pseudo give back the source, and what mock made up is marked; what mock was given is a translation. */
function isTranslation(engine: string, target: string): boolean {
  return (!isFakeEngine(engine) || engine === 'mock') && !isMarked(target);
}

/** For `replaced:`. */
export function said({ from, to }: Replacement): string {
  return `${from} → ${to}`;
}
