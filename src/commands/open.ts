import type { Language } from '../model.ts';
import {
  finishTranslation,
  type Plan,
  type Project,
  planTranslation,
  type TranslatedDocument,
} from '../pipeline/index.ts';
import { selection } from '../run/selection.ts';
import { asFinished } from '../store/as-finished.ts';
import { findRoot, readProject } from '../store/project.ts';
import { type Context, pathsFromRoot } from './context.ts';

/** The project as the next run without an engine would leave it: edits adopted, memory used, nothing written. */
export interface OpenProject {
  readonly root: string;
  readonly project: Project;
  readonly plan: Plan;
  readonly documents: readonly TranslatedDocument[];
}

export async function openProject(
  context: Context,
  paths: readonly string[] = [],
  languages?: readonly Language[],
): Promise<OpenProject> {
  const root = findRoot(context.cwd);
  const project = asFinished(root, await readProject(root, context.glossary));
  const isSelected = selection(project, pathsFromRoot(paths, context.cwd, root), languages);
  const plan = planTranslation(project, { isSelected });
  const documents = finishTranslation(plan, { engine: 'none', texts: new Map() }, project.settings);
  return { root, project, plan, documents };
}
