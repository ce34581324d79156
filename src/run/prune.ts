import { exitStatus, UserError } from '../errors.ts';
import { type Orphan, orphanPairs, type Plan, type Problem, type Project } from '../pipeline/index.ts';
import { applyChanges } from '../store/apply.ts';
import { attempt } from '../store/attempt.ts';
import { keepLeft } from '../store/memory.ts';

export interface Pruned {
  /** Paths of review files that are gone, with their translated files. */
  readonly pruned: readonly string[];
  readonly problems: readonly Problem[];
}

/** Removes translations whose source is gone and that moved nowhere. What people wrote in them stays in the memory. */
export function pruneOrphans(
  root: string,
  { project, plan, isSelected }: { readonly project: Project; readonly plan: Plan; isSelected(files: Orphan): boolean },
): Pruned {
  const moved = new Set([...plan.translations, ...plan.others].map(({ files }) => files.moved));
  const orphans = (project.orphans ?? []).filter((orphan) => orphan.isGone && !moved.has(orphan) && isSelected(orphan));
  const known = orphans.map((orphan) => ({ orphan, pairs: orphanPairs(orphan, project.settings) }));
  const unclear = known.filter(({ pairs }) => pairs === undefined).map(({ orphan }) => unclearProblem(orphan));
  const ready = known.filter(({ pairs }) => pairs !== undefined);
  const error = attempt(() =>
    keepLeft(
      root,
      ready.flatMap(({ orphan: { language }, pairs = [] }) => pairs.map((pair) => ({ ...pair, language }))),
    ),
  );
  if (error instanceof UserError) return { pruned: [], problems: [...unclear, problemOf(error)] };
  const sets = ready.map(({ orphan }) => ({
    source: { path: orphan.source, text: undefined },
    changes: [
      { path: orphan.path, before: orphan.text },
      { path: orphan.reviewPath, before: orphan.review.text },
    ].filter(({ before }) => before !== undefined),
    reviewPath: orphan.reviewPath,
  }));
  const skipped = applyChanges(root, sets);
  const left = new Set(skipped.map(({ reviewPath }) => reviewPath));
  return {
    pruned: sets.map(({ reviewPath }) => reviewPath).filter((path) => !left.has(path)),
    problems: [
      ...unclear,
      ...skipped.flatMap(({ error: refused }) => (refused === undefined ? [] : [problemOf(refused)])),
    ],
  };
}

const problemOf = ({ text, hint, place, status }: UserError): Problem => ({ message: text, hint, place, status });

/** Edits that cannot be told apart: they go nowhere before a person has settled them. */
const unclearProblem = ({ path }: Orphan): Problem => ({
  message: { id: 'prune.unclear' },
  hint: { id: 'prune.unclear.hint' },
  place: { file: path },
  status: exitStatus.findings,
});
