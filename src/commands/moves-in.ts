import { reappearing } from '../memory/index.ts';
import type { Entry } from '../model.ts';
import type { TranslatedDocument } from '../pipeline/index.ts';
import type { RemovedReview } from '../run/removed-reviews.ts';
import type { OpenProject } from './open.ts';

/** What the documents were that were not there yet, where their sentences were somewhere else. */
export function movesIn(
  documents: OpenProject['documents'],
  { texts, removed }: { readonly texts: ReadonlyMap<string, string>; readonly removed: readonly RemovedReview[] },
): ReadonlyMap<TranslatedDocument, RemovedReview> {
  const moves = new Map<TranslatedDocument, RemovedReview>();
  for (const language of new Set(removed.map(({ review }) => review.languages.target))) {
    const gone = removed.filter(({ review }) => review.languages.target === language);
    const fresh = documents.filter(
      ({ files, languages }) => languages.target === language && !texts.has(files.reviewPath),
    );
    const sourcesOf = (entries: readonly Entry[]) => entries.flatMap(({ source }) => source ?? []);
    const found = reappearing(
      gone.map(({ review }) => sourcesOf(review.entries)),
      fresh.map(({ review }) => sourcesOf(review.entries)),
    );
    for (const { from, to } of found) moves.set(fresh[to]!, gone[from]!);
  }
  return moves;
}
