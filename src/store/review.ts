import { UserError } from '../errors.ts';
import type { Languages, ReviewFile } from '../model.ts';
import { readReviewFile } from '../review-file/index.ts';
import { attempt } from './attempt.ts';

/** A review file that no document of this run is about: one that cannot be read is none. */
export function tryReadReview(text: string, path: string, languages: Languages): ReviewFile | undefined {
  const review = attempt(() => readReviewFile(text, path, languages));
  return review instanceof UserError ? undefined : review;
}
