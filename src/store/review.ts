import { UserError } from '../errors.ts';
import type { Languages, ReviewFile } from '../model.ts';
import { readReviewFile } from '../review-file/index.ts';

export const reviewSuffix = '.review.yaml';

/** A review file that no document of this run is about: one that cannot be read is none. */
export function tryReadReview(text: string, path: string, languages: Languages): ReviewFile | undefined {
  try {
    return readReviewFile(text, path, languages);
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}
