import type { Language } from '../model.ts';
import {
  finishTranslation,
  type Plan,
  type Project,
  planTranslation,
  requestMap,
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

interface Wanted {
  /** All where none is named. */
  readonly paths?: readonly string[];
  readonly languages?: readonly Language[] | undefined;
}

/** For commands that only read: without the lock, what a run is just writing is seen as written. */
export async function lookAtProject(context: Context, wanted: Wanted = {}): Promise<OpenProject> {
  const root = findRoot(context.cwd);
  return open(context, asFinished(root, await readProject(root, context.glossary)), wanted);
}

/** For commands that write: they hold the lock and have finished what was broken off. */
export async function openProject(context: Context, wanted: Wanted): Promise<OpenProject> {
  return open(context, await readProject(findRoot(context.cwd), context.glossary), wanted);
}

function open(context: Context, project: Project, { paths = [], languages }: Wanted): OpenProject {
  const root = findRoot(context.cwd);
  const isSelected = selection(project, pathsFromRoot(paths, context.cwd, root), languages);
  const plan = planTranslation(project, { isSelected });
  const documents = finishTranslation(plan, requestMap(), project.settings);
  return { root, project, plan, documents };
}
