import type { Entry, Place, ReviewFile } from '../model.ts';

/** Where an entry's target stands in the review file: the first line of its text. */
export function placeOf({ path }: Pick<ReviewFile, 'path'>, { place }: Entry): Place {
  return { file: path, line: place?.line ?? 1, column: place?.column ?? 1 };
}
