import { formatOf } from '../formats/index.ts';
import type { TermFinder } from '../glossary/find.ts';
import type { MemoryEntry } from '../memory/index.ts';
import type { Entry, ReviewFile } from '../model.ts';
import { renderReviewFile } from '../review-file/index.ts';
import type { Settings } from '../settings.ts';
import { checkEntries, type EntryFinding } from './checking/check.ts';
import { leftPairs } from './left-pairs.ts';
import { reviewAsRead } from './moved.ts';
import type { Translation } from './open.ts';
import { type Outline, outlineOf } from './outside/outline.ts';
import { renderInLayout } from './own-layout.ts';
import type { PlannedTranslation } from './plan.ts';
import type { TranslationFiles } from './project.ts';
import { renderTarget, stampEntry } from './write.ts';

export interface FileChange {
  readonly path: string;
  readonly before?: string | undefined;
  /** Absent: the file goes away. */
  readonly after?: string | undefined;
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
  rendering: Rendering,
): TranslatedDocument {
  const written = writeDocument(translation, entries, rendering);
  return { ...written, findings: findingsIn(written, rendering) };
}

/** A document in one language that nobody has checked. */
export type WrittenDocument = Omit<TranslatedDocument, 'findings'>;

export function writeDocument(
  translation: PlannedTranslation,
  entries: readonly Entry[],
  { settings, read }: Omit<Rendering, 'finder'>,
): WrittenDocument {
  const { document, languages, files } = translation;
  const stamped = entries.map(stampEntry);
  const text = renderText(translation, stamped, settings);
  const review = renderReviewFile({ ...translation.review, entries: stamped }, read ?? reviewAsRead(files));
  const result = review.entries;
  const changes = [
    { path: files.path, before: files.text, after: text },
    { path: files.reviewPath, before: textOf(files.review), after: review.text },
    ...removedWith(files),
  ].filter(({ before, after }) => before !== after);
  const outline = () => outlineOf(document, languages.target, settings);
  return { ...translation, review, result, text, changes, left: leftPairs(translation, result), outline };
}

function findingsIn(
  { document, languages, matched, result, review }: WrittenDocument,
  { finder, settings }: Rendering,
): readonly EntryFinding[] {
  const units = new Map(result.map((entry, at) => [entry, matched[at]?.segment?.unit ?? -1]));
  return checkEntries(result, {
    languages,
    finder,
    settings,
    format: document.format,
    unitOf: (entry) => document.units[units.get(entry) ?? -1],
    ignored: review.ignore,
  });
}

const textOf = (review: TranslationFiles['review']): string | undefined =>
  review !== undefined && 'entries' in review ? review.text : undefined;

/** Where the files of a renamed document stood. */
function removedWith({ moved }: TranslationFiles): readonly FileChange[] {
  if (moved === undefined) return [];
  return [
    { path: moved.path, before: moved.text },
    { path: moved.reviewPath, before: moved.review.text },
  ];
}

/** The translated file, in its own layout where it has one; what a merge left behind is rendered anew, as the source is. */
export function renderText(
  { document, languages: { target: language }, files, review, outside }: Translation,
  entries: readonly Entry[],
  settings: Settings,
): string {
  const { merge, moved } = files;
  const text = files.text ?? (moved && formatOf(moved.path) === document.format ? moved.text : undefined);
  return review.layout === 'own' && text !== undefined && merge === undefined
    ? renderInLayout(document, entries, { text, language, settings })
    : renderTarget({ document, entries, language, outside }, settings.furniture);
}
