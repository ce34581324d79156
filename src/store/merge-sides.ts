import type { Languages, ReviewFile } from '../model.ts';
import type { TranslationFiles } from '../pipeline/index.ts';
import { changedPaths, commitOf, textsAt } from './git.ts';
import { reviewSuffix, tryReadReview } from './review.ts';

/**
 * The review file of a translation as each side of a merge had it, which git has under way or has just committed. None
 * where it is not a merged one, or where the translated file is no longer as it was committed.
 */
export type MergeSides = (
  files: Pick<TranslationFiles, 'path' | 'text' | 'reviewPath'>,
  languages: Languages,
) => readonly ReviewFile[];

/** `undefined` where nothing was merged. */
export function readMergeSides(root: string): MergeSides | undefined {
  const head = commitOf(root, 'HEAD');
  const under = ['MERGE_HEAD', 'REBASE_HEAD', 'CHERRY_PICK_HEAD'].find((name) => commitOf(root, name) !== undefined);
  const second = commitOf(root, under ?? 'HEAD^2');
  const first = under === undefined ? commitOf(root, 'HEAD^1') : head;
  if (head === undefined || first === undefined || second === undefined) return undefined;
  const differs = [first, second].map((commit) => new Set(changedPaths(root, commit, 'translations')));
  const merged = [...(differs[0] ?? [])].filter((path) => path.endsWith(reviewSuffix) && differs[1]?.has(path));
  const sides = [first, second].map((commit) => textsAt(root, commit, merged));
  return ({ path, text, reviewPath }, languages) => {
    const texts = sides.map((side) => side.get(reviewPath)).filter((text) => text !== undefined);
    const isAsMerged = texts.length > 0 && (under !== undefined || textsAt(root, head, [path]).get(path) === text);
    const reviews = isAsMerged ? texts.map((text) => tryReadReview(text, reviewPath, languages)) : [];
    return reviews.filter((review) => review !== undefined);
  };
}
