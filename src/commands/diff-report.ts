import type { Entry } from '../model.ts';
import { type DocumentChange, diffDocument, diffEntries } from '../pipeline/diff.ts';
import { diffSinceTranslation } from '../pipeline/diff-since.ts';
import type { TranslatedDocument } from '../pipeline/index.ts';
import type { ChangeReport } from '../reports/change-report.ts';
import { type RemovedReview, removedReviews } from '../run/removed-reviews.ts';
import { textsAt } from '../store/git.ts';
import { tryReadReview } from '../store/review.ts';
import { movesIn } from './moves-in.ts';
import type { OpenProject } from './open.ts';

/** What the commit has: texts of files by path, and review files whose documents are gone. */
export interface Before {
  readonly commit: string | undefined;
  readonly texts: ReadonlyMap<string, string>;
  readonly removed: readonly RemovedReview[];
}

export function readBefore(
  { root, project, documents }: OpenProject,
  commit: string | undefined,
  paths: readonly string[],
): Before {
  if (commit === undefined) return { commit, texts: new Map(), removed: [] };
  const removed = removedReviews(root, commit, { project, paths });
  const files = [...documents.map(({ files }) => files), ...removed.map(({ files }) => files)];
  const wanted = files.flatMap(({ path, reviewPath }) => [path, reviewPath]);
  return { commit, texts: textsAt(root, commit, wanted), removed };
}

export function reportOf({ project, plan, documents }: OpenProject, before: Before, base: string): ChangeReport {
  const moves = movesIn(documents, before);
  const changed = documents.map((document): DocumentChange => {
    const former = moves.get(document);
    const entries = former?.review.entries ?? entriesOf(before.texts, document);
    return diffDocument(document, { entries, path: former?.files.path }, plan.finder);
  });
  const moved = new Set(moves.values());
  const removed = before.removed
    .filter((each) => !moved.has(each))
    .map(
      ({ review, files }): DocumentChange => ({
        ...files,
        language: review.languages.target,
        changes: diffEntries(review.entries, { ...review, entries: [] }, { findings: [], termsOf: () => [] }),
      }),
    );
  return {
    base: before.commit && base,
    sourceLanguage: project.settings.source,
    documents: [...changed, ...removed],
    problems: plan.problems,
  };
}

/** A review file that could not be read then says nothing of what was. */
function entriesOf(texts: Before['texts'], { files, languages }: TranslatedDocument): readonly Entry[] {
  const text = texts.get(files.reviewPath);
  return (text === undefined ? undefined : tryReadReview(text, files.reviewPath, languages))?.entries ?? [];
}

/** What changed in the source since people reviewed the targets. */
export function reportSince({ project, plan, documents }: OpenProject): ChangeReport {
  return {
    isSinceTranslation: true,
    sourceLanguage: project.settings.source,
    documents: documents.map((document) => diffSinceTranslation(document, plan.finder)),
    problems: plan.problems,
  };
}
