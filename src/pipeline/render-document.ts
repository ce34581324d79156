import type { TermFinder } from '../glossary/find.ts';
import type { MemoryEntry } from '../memory/index.ts';
import type { Entry, ReviewFile } from '../model.ts';
import { renderReviewFile } from '../review-file/index.ts';
import type { Settings } from '../settings.ts';
import { checkEntries, type EntryFinding } from './check.ts';
import { leftPairs } from './left-pairs.ts';
import { type Outline, outlineOf } from './outline.ts';
import type { PlannedTranslation } from './plan.ts';
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
  /** What the translated file was written from, for the next run. */
  outline(): Outline;
}

/** What targets are checked with, and how files are written. */
export interface Rendering {
  readonly finder: TermFinder;
  readonly settings: Settings;
  /** What the text of the review file says, where that is not what stands on the disk. */
  readonly read?: ReviewFile;
}

/** Both files of a document with these entries, which are those of its matched segments, and what the checks find. */
export function renderDocument(
  translation: PlannedTranslation,
  entries: readonly Entry[],
  { finder, settings, read }: Rendering,
): TranslatedDocument {
  const { document, languages, files, matched } = translation;
  const stamped = entries.map(stampEntry);
  const text = renderTarget({ ...translation, entries: stamped, language: languages.target }, settings.furniture);
  const review = renderReviewFile({ ...translation.review, entries: stamped }, read ?? reviewAsRead(translation));
  const result = review.entries;
  const changes = [
    { path: files.path, before: files.text, after: text },
    { path: files.reviewPath, before: reviewAsRead(translation)?.text, after: review.text },
  ].filter(({ before, after }) => before !== after);
  const units = new Map(result.map((entry, at) => [entry, matched[at]?.segment?.unit ?? -1]));
  const findings = checkEntries(result, {
    languages,
    finder,
    settings,
    format: document.format,
    unitOf: (entry) => document.units[units.get(entry) ?? -1],
    ignored: review.ignore,
  });
  const outline = () => outlineOf(document, languages.target, settings);
  return { ...translation, review, result, findings, text, changes, left: leftPairs(translation, result), outline };
}

/** Only what stands on the disk may be kept by its bytes: entries on the way here have edits in them. */
function reviewAsRead({ files: { review } }: PlannedTranslation): ReviewFile | undefined {
  return review !== undefined && 'entries' in review ? review : undefined;
}
