import type { Languages } from '../model.ts';
import { type PathSettings, reviewFolder, reviewSuffix } from '../paths/translation-paths.ts';
import type { TranslationFiles } from '../pipeline/index.ts';
import { changedPaths, commitsOf, textsAt } from './git.ts';
import { tryReadReview } from './review.ts';

/** What git has put together of a translation, or is putting together; `undefined` where its review file is no merged one. */
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
  const differs = [first, second].map((commit) => new Set(changedPaths(root, commit, folder)));
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
