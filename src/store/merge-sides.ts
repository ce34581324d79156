import type { Languages } from '../model.ts';
import { type PathSettings, reviewFolder, reviewSuffix } from '../paths/translation-paths.ts';
import type { TranslationFiles } from '../pipeline/index.ts';
import { changedBetween, commitsOf, mergeBase, textsAt } from './git.ts';
import { tryReadReview } from './review.ts';

/** What git has put together of a translation, or is putting together; `undefined` where not both sides changed its review file. */
export type MergeSides = (
  files: Pick<TranslationFiles, 'path' | 'reviewPath'>,
  languages: Languages,
) => TranslationFiles['merge'];

const revisions = ['HEAD', 'HEAD^1', 'HEAD^2', 'MERGE_HEAD', 'REBASE_HEAD', 'CHERRY_PICK_HEAD'];

/** `undefined` where nothing was merged. */
export function readMergeSides(root: string, settings: PathSettings): MergeSides | undefined {
  const [head, parent, other, ...underWay] = commitsOf(root, revisions);
  const under = underWay.find((commit) => commit !== undefined);
  const [first, second] = under === undefined ? [parent, other] : [head, under];
  if (head === undefined || first === undefined || second === undefined) return undefined;
  const folder = reviewFolder(settings);
  const base = mergeBase(root, first, second);
  // Without a common commit each side changed all in which they differ.
  const [ours = [], theirs = []] =
    base === undefined
      ? [changedBetween(root, [first, second], folder)]
      : [first, second].map((commit) => changedBetween(root, [base, commit], folder));
  const changed = new Set(base === undefined ? ours : theirs);
  const merged = ours.filter((path) => path.endsWith(reviewSuffix) && changed.has(path));
  const sides = [first, second].map((commit) => textsAt(root, commit, merged));
  return ({ path, reviewPath }, languages) => {
    const texts = sides.map((side) => side.get(reviewPath)).filter((text) => text !== undefined);
    if (texts.length === 0) return undefined;
    const reviews = texts.map((text) => tryReadReview(text, reviewPath, languages));
    const committed = under === undefined ? textsAt(root, head, [path]).get(path) : undefined;
    return { sides: reviews.filter((review) => review !== undefined), committed };
  };
}
