import { asSet } from '../checks/settings.ts';
import type { Entry } from '../model.ts';
import type { Settings } from '../settings.ts';
import { asShown } from './as-shown.ts';
import { brokenAnchors } from './broken-anchors.ts';
import type { EntryFinding } from './check.ts';
import { engineText, fromEngine } from './codes.ts';
import { type MatchedEntry, needsTarget } from './match.ts';
import type { Plan, PlannedTranslation } from './plan.ts';
import { renderDocument, type TranslatedDocument } from './render-document.ts';
import type { RequestMap } from './request-map.ts';
import { sitesOf } from './sites.ts';

/** What engines answered. */
export interface Answers {
  /** Id for `machine:`. */
  readonly engine: string;
  readonly texts: Pick<RequestMap<string>, 'get'>;
}

/** Fills in the answers, checks, and renders both files of each document. Nothing touches the disk. */
export function finishTranslation(plan: Plan, answers: Answers, settings: Settings): readonly TranslatedDocument[] {
  const finished = plan.translations.map((translation) => finishOne({ plan, translation, answers, settings }));
  const siteIn = sitesOf([...finished, ...plan.others], settings);
  return finished.map((translated) =>
    withFindings(translated, asSet(brokenAnchors(translated, siteIn(translated.languages.target)), settings.checks)),
  );
}

/** Each behind those of its own entry. */
function withFindings(translated: TranslatedDocument, more: readonly EntryFinding[]): TranslatedDocument {
  if (more.length === 0) return translated;
  const places = new Map(translated.result.map((entry, at) => [entry, at]));
  const placeOf = ({ entry }: EntryFinding) => places.get(entry) ?? 0;
  const findings = [...translated.findings, ...more].toSorted((a, b) => placeOf(a) - placeOf(b));
  return { ...translated, findings };
}

interface Finishing {
  readonly plan: Plan;
  readonly translation: PlannedTranslation;
  readonly answers: Answers;
  readonly settings: Settings;
}

function finishOne({ plan, translation, answers, settings }: Finishing): TranslatedDocument {
  const entries = translation.matched.map((matched) =>
    asShown(answered(matched, translation, answers), matched.segment, translation.document),
  );
  return renderDocument(translation, entries, { finder: plan.finder, settings });
}

function answered(
  { entry, segment }: MatchedEntry,
  { document, languages }: PlannedTranslation,
  answers: Answers,
): Entry {
  if (segment === undefined || !needsTarget(entry, answers.engine)) return entry;
  const answer = answers.texts.get(languages, engineText(segment, document));
  const target = answer === undefined ? undefined : fromEngine(answer, segment, document);
  return target === undefined ? entry : { ...entry, target, state: 'translated', machine: answers.engine };
}
