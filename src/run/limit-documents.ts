import {
  finishTranslation,
  type PlannedTranslation,
  type Project,
  planTranslation,
  requestMap,
  type Scope,
} from '../pipeline/index.ts';
import { needsTarget } from '../pipeline/needs-target.ts';

export interface Limited {
  readonly scope: Scope;
  /** Source documents in which something is new, and which are left for another run. */
  readonly later: readonly string[];
}

/** A scope with at most so many documents in which something is new, the first in the order of their paths. */
export function limitDocuments(project: Project, scope: Scope, most: number | undefined): Limited {
  if (most === undefined) return { scope, later: [] };
  const later = freshDocuments(project, scope).slice(most);
  const isLater = new Set(later);
  return { scope: { ...scope, isSelected: (files) => !isLater.has(files.source) && scope.isSelected(files) }, later };
}

/** Documents with a sentence for an engine, or of which a file would change without one. */
function freshDocuments(project: Project, scope: Scope): readonly string[] {
  const plan = planTranslation(project, scope);
  const written = finishTranslation(plan, requestMap(), project.settings);
  const fresh = written.filter((document) => document.changes.length > 0 || isOpen(document));
  return [...new Set(fresh.map(({ document }) => document.path))].sort();
}

function isOpen({ matched, route: [engine] }: PlannedTranslation): boolean {
  return engine !== undefined && matched.some(({ entry }) => needsTarget(entry, engine));
}
