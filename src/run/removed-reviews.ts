import type { ReviewFile } from '../model.ts';
import { reviewFolder, reviewLanguage, reviewSuffix, translationPaths } from '../paths/translation-paths.ts';
import type { Project, TranslationFiles } from '../pipeline/index.ts';
import type { Settings } from '../settings.ts';
import { exists } from '../store/files.ts';
import { changedPaths, textsAt } from '../store/git.ts';
import { tryReadReview } from '../store/review.ts';
import { isMeant } from './selection.ts';

/** A review file of a commit, and where its document and translated file stood. */
export interface RemovedReview {
  readonly review: ReviewFile;
  readonly files: Pick<TranslationFiles, 'source' | 'path' | 'reviewPath'>;
}

/** Review files of a commit that are gone together with their documents. One that could not be read then is none. */
export function removedReviews(
  root: string,
  commit: string,
  { project, paths }: { readonly project: Project; readonly paths: readonly string[] },
): readonly RemovedReview[] {
  const { settings, translations } = project;
  const known = new Set(translations.map(({ reviewPath }) => reviewPath));
  const gone = changedPaths(root, commit, reviewFolder(settings)).filter(
    (path) => path.endsWith(reviewSuffix) && !known.has(path) && !exists(root, path),
  );
  const reviews = [...textsAt(root, commit, gone)].map(([path, text]) => {
    const target = reviewLanguage(path, settings);
    return target === undefined ? target : tryReadReview(text, path, { source: settings.source, target });
  });
  return reviews
    .filter((review) => review !== undefined)
    .map((review) => ({ review, files: filesOf(review, settings) }))
    .filter(({ files }) => paths.length === 0 || paths.some((path) => isMeant(files, path)));
}

/** A review file may name any document: what it says of its own place is believed where that is the place. */
function filesOf({ path, source, languages }: ReviewFile, settings: Settings): RemovedReview['files'] {
  const said = translationPaths(source, languages.target, settings);
  const beside = path.slice(0, -reviewSuffix.length);
  return { source, path: said.reviewPath === path ? said.path : beside, reviewPath: path };
}
