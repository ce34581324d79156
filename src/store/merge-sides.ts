import type { Languages } from '../model.ts';
import type { TranslationFiles } from '../pipeline/index.ts';
import { changedPaths, commitOf, textsAt } from './git.ts';
import { reviewSuffix, tryReadReview } from './review.ts';

/** What git has put together of a translation, or is putting together; `undefined` where its review file is no merged one. */
export type MergeSides = (
  files: Pick<TranslationFiles, 'path' | 'reviewPath'>,
  languages: Languages,
) => TranslationFiles['merge'];

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
  return ({ path, reviewPath }, languages) => {
    const texts = sides.map((side) => side.get(reviewPath)).filter((text) => text !== undefined);
    if (texts.length === 0) return undefined;
    const reviews = texts.map((text) => tryReadReview(text, reviewPath, languages));
    const committed = under === undefined ? textsAt(root, head, [path]).get(path) : undefined;
    return { sides: reviews.filter((review) => review !== undefined), committed };
  };
}
