import { exitStatus, UserError } from '../errors.ts';
import type { Language, ReviewFile } from '../model.ts';
import { translationPaths } from '../paths/translation-paths.ts';
import type { TranslationFiles } from '../pipeline/index.ts';
import { readReviewFile } from '../review-file/index.ts';
import type { Settings } from '../settings.ts';
import { attempt } from './attempt.ts';
import { readText } from './files.ts';
import type { MergeSides } from './merge-sides.ts';
import { sourceBefore } from './source-before.ts';

/** What the translations of a folder are read with. */
export interface Folder {
  readonly root: string;
  readonly settings: Settings;
  readonly merge: MergeSides | undefined;
  /** Paths of files that an earlier run could not write. */
  readonly pending: ReadonlySet<string>;
}

/** A translated file and its review file, or why they cannot be read. */
export function readTranslation(folder: Folder, source: string, language: Language): TranslationFiles {
  const { root, settings, merge, pending } = folder;
  const files = translationPaths(source, language, settings);
  const { path, reviewPath } = files;
  const unwritten = [path, reviewPath].find((each) => pending.has(each));
  if (unwritten !== undefined) return { ...files, review: half(unwritten) };
  const languages = { source: settings.source, target: language };
  const review = attempt((): ReviewFile | undefined => {
    const text = readText(root, reviewPath);
    return text === undefined ? undefined : readReviewFile(text, reviewPath, languages);
  });
  const text = attempt(() => readText(root, path));
  if (text instanceof UserError) return { ...files, review: text };
  return { ...files, text, review, merge: merge?.({ path, reviewPath }, languages), before: sourceBefore(root, files) };
}

/** One of the pair may be old and the other new: that would look like a person's edit. */
function half(path: string): UserError {
  return new UserError(
    { id: 'pending.unfinished' },
    { place: { file: path }, hint: { id: 'pending.unfinished.hint' }, status: exitStatus.disk },
  );
}
