import { asSet } from '../checks/settings.ts';
import type { Settings } from '../settings.ts';
import { type Answers, answered } from './answered.ts';
import { asShown } from './as-shown.ts';
import { brokenAnchors } from './checking/broken-anchors.ts';
import type { EntryFinding } from './checking/check.ts';
import { sitesOf } from './checking/sites.ts';
import type { Plan, PlannedTranslation } from './plan.ts';
import { renderDocument, type TranslatedDocument } from './render-document.ts';

/** Fills in the answers, checks, and renders both files of each document. Nothing touches the disk. */
export function finishTranslation(plan: Plan, answers: Answers, settings: Settings): readonly TranslatedDocument[] {
  const finished = plan.translations.map((translation) => finishOne({ plan, translation, answers, settings }));
  const siteIn = sitesOf([...finished, ...plan.others], settings);
  return finished.map((translated) => withBrokenAnchors(translated, siteIn, settings));
}

/** With what the links of a document say that lead nowhere. */
export function withBrokenAnchors(
  translated: TranslatedDocument,
  siteIn: ReturnType<typeof sitesOf>,
  settings: Settings,
): TranslatedDocument {
  const found = brokenAnchors(translated, siteIn(translated.languages.target));
  return withFindings(translated, asSet(found, settings.checks));
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
    asShown(answered(matched, translation, { answers, finder: plan.finder }), matched.segment, translation.document),
  );
  return renderDocument(translation, entries, { finder: plan.finder, settings });
}
