import { type Labels, readConflicts, type Version } from '../../conflicts.ts';
import { UserError } from '../../errors.ts';
import type { Languages, ReviewFile } from '../../model.ts';
import { readReviewFile } from '../../review-file/index.ts';
import type { ReviewSides } from './resolve.ts';

/** A review file as it stands there. */
export interface ReviewText {
  readonly path: string;
  readonly languages: Languages;
  readonly text: string;
  /** What git knows of the text that both sides come from. */
  readonly base?: string | undefined;
}

export interface ConflictedReview extends ReviewSides {
  readonly labels: Labels;
}

/**
 * Both sides of a conflicted review file; `undefined` where there is no conflict. Throws `UserError` (exit status 6) with
 * the place of what cannot be read.
 */
export function readConflictedReview({ path, languages, text, base }: ReviewText): ConflictedReview | undefined {
  const conflicted = readConflicts(text);
  if (conflicted === undefined) {
    // Says where what is left of one begins.
    readReviewFile(text, path, languages);
    return undefined;
  }
  const read = (version: Version): ReviewFile => readVersion(version, path, languages);
  const { labels, ...versions } = conflicted;
  const known = [base, versions.base?.text].filter((each) => each !== undefined);
  return {
    ours: read(versions.ours),
    theirs: read(versions.theirs),
    base: known.map((each) => tryRead(each, path, languages)).find((each) => each !== undefined),
    labels,
  };
}

/** Places are those of the file as it stands there. */
function readVersion({ text, lines }: Version, path: string, languages: Languages): ReviewFile {
  try {
    return readReviewFile(text, path, languages);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const { place, hint, status } = error;
    throw new UserError(error.text, { place: { ...place, line: lines[(place.line ?? 1) - 1] ?? 1 }, hint, status });
  }
}

/** A base that was in conflict itself is none. */
function tryRead(text: string, path: string, languages: Languages): ReviewFile | undefined {
  try {
    return readReviewFile(text, path, languages);
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}
