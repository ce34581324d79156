import { exitStatus } from '../errors.ts';
import type { Settings } from '../settings.ts';
import { adoptDocument } from './adoption/adopt-document.ts';
import { keptOutside } from './outside/kept-outside.ts';
import type { Problem } from './project.ts';
import type { TranslatedDocument } from './render-document.ts';

/**
 * Why a document that a person gave another shape is left alone: a list that was torn apart may have been read as text.
 * Written into the source's structure it would look edited again, run after run.
 */
export function readBack(translated: TranslatedDocument, settings: Settings): Problem | undefined {
  const { changes, isReshaped, outside } = translated;
  if (changes.length === 0 || (!isReshaped && outside.size === 0)) return undefined;
  return isReadBack(translated, settings) ? undefined : unlike(translated);
}

/** The next run would find nothing to take over, and keep the same outside of the sentences. */
export function isReadBack(translated: TranslatedDocument, settings: Settings): boolean {
  const { document, review, text, files, outline } = translated;
  const adoption = adoptDocument(document, review, text, { ...document, settings });
  if (adoption === undefined || adoption.conflicts.length + adoption.edited.length > 0) return false;
  const before = { last: outline, committed: () => undefined };
  const outside = keptOutside(document, [adoption.layout], { files: { ...files, before }, settings });
  const isSame = adoption.entries.every(({ target }, at) => target === review.entries[at]?.target);
  return isSame && outside !== undefined && !('message' in outside);
}

export function unlike({ files }: TranslatedDocument): Problem {
  return {
    message: { id: 'translate.unlike' },
    hint: { id: 'translate.unlike.hint', values: { review: files.reviewPath } },
    place: { file: files.path },
    status: exitStatus.findings,
    files,
  };
}
