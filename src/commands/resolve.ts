import { type ExitStatus, exitStatus, UserError } from '../errors.ts';
import { planResolve, resolveReviews } from '../run/resolve-reviews.ts';
import { findRoot } from '../store/project.ts';
import { type Context, pathsFromRoot } from './context.ts';
import { reportResolved } from './resolve-report.ts';
import { worst } from './translate-report.ts';
import { underLock } from './under-lock.ts';

interface Options {
  readonly ours?: boolean;
  readonly theirs?: boolean;
  readonly dryRun?: boolean;
}

/** Settles conflicted review files by law. Exit status 1 where different texts of people are left to people. */
export async function run(context: Context, args: readonly string[], options: Options): Promise<ExitStatus> {
  const { ours, theirs, dryRun: isDry = false } = options;
  if (ours && theirs) throw new UserError({ id: 'resolve.both' });
  const root = findRoot(context.cwd);
  const asked = { paths: pathsFromRoot(args, context.cwd, root), keep: sideOf(options) };
  const resolved = await (isDry
    ? planResolve(root, asked)
    : underLock(context, root, () => resolveReviews(root, asked)));
  reportResolved({ ...resolved, root, isDry }, context);
  const isOpen = resolved.files.some(({ resolution }) => resolution.conflicts.length > 0);
  return worst([...resolved.damaged.map(({ status }) => status), isOpen ? exitStatus.findings : exitStatus.fine]);
}

function sideOf({ ours, theirs }: Options): 'ours' | 'theirs' | undefined {
  if (ours) return 'ours';
  return theirs ? 'theirs' : undefined;
}
