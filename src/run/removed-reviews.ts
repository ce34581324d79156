import type { ReviewFile } from '../model.ts';
import { type Project, reviewSuffix } from '../pipeline/index.ts';
import { exists } from '../store/files.ts';
import { changedPaths, textsAt } from '../store/git.ts';
import { tryReadReview } from '../store/review.ts';
import { isMeant } from './selection.ts';

/** Review files of a commit that are gone together with their documents. One that could not be read then is none. */
export function removedReviews(
  root: string,
  commit: string,
  { project, paths }: { readonly project: Project; readonly paths: readonly string[] },
): readonly ReviewFile[] {
  const known = new Set(project.translations.map(({ reviewPath }) => reviewPath));
  const gone = changedPaths(root, commit, 'translations').filter(
    (path) => path.endsWith(reviewSuffix) && !known.has(path) && !exists(root, path),
  );
  const reviews = [...textsAt(root, commit, gone)].map(([path, text]) => {
    const target = path.split('/')[1] ?? '';
    return tryReadReview(text, path, { source: project.settings.source, target });
  });
  return reviews
    .filter((review) => review !== undefined)
    .filter((review) => paths.length === 0 || paths.some((path) => isMeant(filesOf(review), path)));
}

/** Where its document and translated file stood. */
export function filesOf({ path, source }: ReviewFile): { source: string; path: string; reviewPath: string } {
  return { source, path: path.slice(0, -reviewSuffix.length), reviewPath: path };
}
