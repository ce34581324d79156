import { fixDocument } from '../pipeline/fix.ts';
import type { Problem } from '../pipeline/index.ts';
import { writeDocuments } from '../run/write-documents.ts';
import { findRoot } from '../store/project.ts';
import type { Context } from './context.ts';
import { openProject } from './open.ts';
import { underLock } from './under-lock.ts';

export interface Fixed {
  /** Corrections that are on disk. */
  readonly count: number;
  /** Documents that could not be written. */
  readonly problems: readonly Problem[];
}

/** Makes the safe corrections in the translations, in both files of each. */
export async function fixProject(paths: readonly string[], context: Context): Promise<Fixed> {
  const root = findRoot(context.cwd);
  return underLock(context, root, async () => {
    const { documents, plan, project } = await openProject(context, { paths });
    const fixed = documents
      .map((document) => fixDocument(document, { finder: plan.finder, settings: project.settings }))
      .filter(({ fixed }) => fixed > 0);
    const problems = writeDocuments(root, fixed);
    const written = fixed.filter(({ files }) => !problems.some((problem) => problem.files === files));
    return { count: written.reduce((sum, document) => sum + document.fixed, 0), problems };
  });
}
