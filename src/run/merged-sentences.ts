import { collapse } from '../fingerprint.ts';
import type { Entry } from '../model.ts';
import { reviewFolder, reviewLanguage, reviewSuffix } from '../paths/translation-paths.ts';
import type { TranslatedDocument } from '../pipeline/index.ts';
import type { Settings } from '../settings.ts';
import { changedBetween, textsIn } from '../store/git.ts';
import type { Merge } from '../store/merges.ts';
import { tryReadReview } from '../store/review.ts';

/** Sentences that wait for a review and still stand as a merge brought them, each with the last merge that did. */
export function mergedSentences(
  root: string,
  merges: readonly Merge[],
  { documents, settings }: { readonly documents: readonly TranslatedDocument[]; readonly settings: Settings },
): ReadonlyMap<TranslatedDocument, ReadonlyMap<Entry, Merge>> {
  const brought = new Map(
    merges.flatMap((merge) => broughtBy(root, merge, settings).map((key) => [key, merge] as const)),
  );
  return new Map(
    documents.map((translated) => {
      const { files, review } = translated;
      const keys = keysOf(review.entries, files.reviewPath);
      const waiting = review.entries.flatMap((entry, at) => {
        const merge = brought.get(keys[at] ?? '');
        return merge === undefined || !isWaiting(entry) ? [] : [[entry, merge] as const];
      });
      return [translated, new Map(waiting)];
    }),
  );
}

const isWaiting = ({ state, joined }: Entry): boolean =>
  state === 'translated' || (state === 'initial' && joined === true);

/** Pairs that a commit's review files have and those before it had in no file of their language. */
function broughtBy(root: string, { commit, before }: Merge, settings: Settings): readonly string[] {
  // Without a commit before it nobody was asked for a review.
  if (before === undefined) return [];
  const changed = changedBetween(root, [before, commit], reviewFolder(settings));
  const paths = changed.filter((path) => path.endsWith(reviewSuffix));
  const entriesAt = (revision: string) =>
    readReviews(
      root,
      paths.map((path) => ({ commit: revision, path })),
      settings,
    );
  const known = new Set(entriesAt(before).flatMap(({ entries, language }) => keysOf(entries, language)));
  return entriesAt(commit).flatMap(({ path, language, entries }) => {
    const pairs = keysOf(entries, language);
    return keysOf(entries, path).filter((_, at) => !known.has(pairs[at] ?? ''));
  });
}

interface Reviewed {
  readonly path: string;
  readonly language: string;
  readonly entries: readonly Entry[];
}

function readReviews(
  root: string,
  versions: readonly { readonly commit: string; readonly path: string }[],
  settings: Settings,
): readonly Reviewed[] {
  const texts = textsIn(root, versions);
  return versions.flatMap(({ path }, at) => {
    const language = reviewLanguage(path, settings);
    const text = texts[at];
    if (language === undefined || text === undefined) return [];
    const review = tryReadReview(text, path, { source: settings.source, target: language });
    return review === undefined ? [] : [{ path, language, entries: review.entries }];
  });
}

/** A sentence whose translation stands in the one before changes with it. */
function keysOf(entries: readonly Entry[], where: string): readonly string[] {
  let target = '';
  return entries.map((entry) => {
    if (!entry.joined) target = collapse(entry.target);
    return JSON.stringify([where, entry.source?.normalize('NFC'), target]);
  });
}
