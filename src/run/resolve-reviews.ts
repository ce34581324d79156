import { UserError } from '../errors.ts';
import { translationPaths } from '../paths/translation-paths.ts';
import { type ConflictedReview, readConflictedReview } from '../pipeline/resolve/conflicted-review.ts';
import { type Choice, type Resolution, resolveReview } from '../pipeline/resolve/resolve.ts';
import { attempt } from '../store/attempt.ts';
import { type ConflictedText, readConflictedReviews } from '../store/conflicted-reviews.ts';
import { exists } from '../store/files.ts';
import { keepLeft } from '../store/memory.ts';
import { readSettings } from '../store/project.ts';
import { writeAtomic } from '../store/write-atomic.ts';
import { isMeant } from './selection.ts';

/** A conflicted review file, and what becomes of it. */
export interface ResolvedReview extends Omit<ConflictedText, 'text'> {
  readonly before: string;
  /** Path of the translated file that the next run writes from it. */
  readonly translated: string;
  readonly labels: ConflictedReview['labels'];
  readonly resolution: Resolution;
}

export interface ResolvedReviews {
  readonly files: readonly ResolvedReview[];
  /** Why others cannot be read. */
  readonly damaged: readonly UserError[];
}

export interface ResolveOptions {
  /** Documents, translated files, review files or folders, from the root; all where none is named. */
  readonly paths: readonly string[];
  readonly keep?: Choice['keep'];
}

/** What would become of the conflicted review files. Reads only. Throws `UserError` for a path that is not there. */
export async function planResolve(root: string, { paths, keep }: ResolveOptions): Promise<ResolvedReviews> {
  const settings = await readSettings(root);
  const lost = paths.find((path) => path !== '' && !exists(root, path));
  if (lost !== undefined)
    throw new UserError({ id: 'path.unknown' }, { place: { file: lost }, hint: { id: 'path.hint' } });
  const isChosen = (source: string, { path, languages }: ConflictedText) => {
    const files = { ...translationPaths(source, languages.target, settings), reviewPath: path };
    return paths.length === 0 || paths.some((each) => isMeant(files, each));
  };
  const resolved = readConflictedReviews(root, settings).map((conflicted) => {
    const review = attempt(() => readConflictedReview(conflicted));
    if (review instanceof UserError) return isChosen(conflicted.path, conflicted) ? review : undefined;
    if (review === undefined || !isChosen(review.ours.source, conflicted)) return undefined;
    const { path, languages, text: before } = conflicted;
    const translated = translationPaths(review.ours.source, languages.target, settings).path;
    const resolution = resolveReview(review, { ...review, keep });
    return { path, languages, before, translated, labels: review.labels, resolution };
  });
  return {
    files: resolved.filter((each) => each !== undefined && 'resolution' in each),
    damaged: resolved.filter((each) => each instanceof UserError),
  };
}

/** Does it. What leaves a file is in the memory first. The lock is the caller's. */
export async function resolveReviews(root: string, options: ResolveOptions): Promise<ResolvedReviews> {
  const resolved = await planResolve(root, options);
  const changed = resolved.files.filter(({ before, resolution }) => resolution.text !== before);
  keepLeft(
    root,
    changed.flatMap(({ resolution, languages: { target } }) =>
      resolution.left.map((pair) => ({ ...pair, language: target })),
    ),
  );
  for (const { path, resolution } of changed) writeAtomic(root, path, resolution.text);
  return resolved;
}
