import { anyUnit, readText, writeText } from '../formats/unit-text.ts';
import type { MemoryEntry } from '../memory/index.ts';
import type { Document, Entry, ReviewFile, Segment } from '../model.ts';
import { renderReviewFile } from '../review-file/index.ts';
import type { Settings } from '../settings.ts';
import { type Answers, answered } from './answered.ts';
import { brokenAnchors } from './broken-anchors.ts';
import { checkEntries, type EntryFinding } from './check.ts';
import { leftPairs } from './left-pairs.ts';
import type { Plan, PlannedTranslation } from './plan.ts';
import { sitesOf } from './sites.ts';
import { renderTarget, stampEntry } from './write.ts';

export interface FileChange {
  readonly path: string;
  readonly before?: string | undefined;
  readonly after: string;
}

/** A document in one language after a run. */
export interface TranslatedDocument extends PlannedTranslation {
  /** As they stand in the new review file, with their lines. */
  readonly result: readonly Entry[];
  readonly findings: readonly EntryFinding[];
  /** The translated file. */
  readonly text: string;
  /** Files whose bytes change. */
  readonly changes: readonly FileChange[];
  /** Reviewed pairs that leave the document: the memory keeps them. */
  readonly left: readonly MemoryEntry[];
}

/** Fills in the answers, checks, and renders both files of each document. Nothing touches the disk. */
export function finishTranslation(plan: Plan, answers: Answers, settings: Settings): readonly TranslatedDocument[] {
  const finished = plan.translations.map((translation) => finishOne({ plan, translation, answers, settings }));
  const siteIn = sitesOf([...finished, ...plan.others], settings);
  return finished.map((translated) =>
    withFindings(translated, brokenAnchors(translated, siteIn(translated.languages.target))),
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
    stampEntry(
      asShown(answered(matched, translation, { answers, finder: plan.finder }), matched.segment, translation.document),
    ),
  );
  const text = renderTarget(translation.document, entries, translation.languages.target, settings.furniture);
  const review = renderReviewFile({ ...translation.review, entries }, reviewAsRead(translation));
  const result = review.entries;
  const changes = [
    { path: translation.files.path, before: translation.files.text, after: text },
    { path: translation.files.reviewPath, before: translation.review.text, after: review.text },
  ].filter(({ before, after }) => before !== after);
  const findings = checkEntries(result, translation.languages, plan.finder);
  return {
    ...translation,
    review,
    result,
    findings,
    text,
    changes,
    left: leftPairs(translation, result),
  };
}

/** Only what stands on the disk may be kept by its bytes: entries on the way here have edits in them. */
function reviewAsRead({ files: { review } }: PlannedTranslation): ReviewFile | undefined {
  return review !== undefined && 'entries' in review ? review : undefined;
}

/** White space that is no single blank between words, and escapes. */
const mayShrink = /[^\S ]|\s\s|^\s|\s$|[\\&]/u;

/** A target has no more white space than the translated file keeps of it: else the next run would find it changed. */
function asShown(entry: Entry, segment: Segment | undefined, { format, text, units }: Document): Entry {
  if (!mayShrink.test(entry.target)) return entry;
  const raw = segment === undefined ? '' : text.slice(segment.start, segment.end);
  const unit = units[segment?.unit ?? -1] ?? anyUnit;
  const target = readText(writeText(entry.target.trim(), raw, { unit, format }), unit, format);
  return target.length < entry.target.length ? { ...entry, target } : entry;
}
