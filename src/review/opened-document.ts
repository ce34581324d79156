import type { TermFinder } from '../glossary/find.ts';
import type { TranslationPaths } from '../paths/translation-paths.ts';
import {
  finishTranslation,
  type Problem,
  type Project,
  planTranslation,
  requestMap,
  type TranslatedDocument,
} from '../pipeline/index.ts';

/** A document in one language as the next run without an engine would leave it, people's edits taken over. */
export interface OpenedDocument {
  readonly paths: TranslationPaths;
  /** Of the files as they were read. */
  readonly revision: string;
  readonly finder: TermFinder;
  /** Absent where it cannot be reviewed. */
  readonly translated?: TranslatedDocument | undefined;
  /** Why not. */
  readonly problem?: Problem | undefined;
}

/** `project` has this document alone. */
export function openDocument(project: Project, paths: TranslationPaths, revision: string): OpenedDocument {
  const plan = planTranslation(project, { isSelected: () => true });
  const [translated] = finishTranslation(plan, requestMap(), project.settings);
  const { finder } = plan;
  return translated === undefined
    ? { paths, revision, finder, problem: plan.problems[0] }
    : { paths, revision, finder, translated };
}

/** What is opened again after its files were written: nothing is new, and nothing to be written. */
export function afterWriting(document: OpenedDocument, written: TranslatedDocument, revision: string): OpenedDocument {
  const { review, result, text, matched } = written;
  const translated: TranslatedDocument = {
    ...written,
    files: { ...written.files, text, review, moved: undefined },
    entries: result,
    matched: matched.map((each, at) => ({ ...each, entry: result[at] ?? each.entry })),
    edited: new Set(),
    changes: [],
    left: [],
  };
  return { ...document, revision, translated };
}
