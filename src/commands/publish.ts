import { relative, resolve } from 'node:path';
import { type ExitStatus, exitStatus, UserError } from '../errors.ts';
import { decide } from '../pipeline/publish/publish.ts';
import { type Release, releaseOf } from '../pipeline/publish/release.ts';
import { checkOutputFolder } from '../store/output-folder.ts';
import { findRoot } from '../store/project.ts';
import { readPublished, swapFolder } from '../store/publish-folder.ts';
import type { Context } from './context.ts';
import { lookAtProject, openProject } from './open.ts';
import { reportPublication } from './publish-report.ts';
import { worst } from './translate-report.ts';
import { underLock } from './under-lock.ts';

interface PublishOptions {
  readonly out?: string;
  readonly dryRun?: boolean;
  readonly override?: string;
}

/** Releases, document by document, what the policy allows. A refused one keeps its last published version. */
export async function run(context: Context, paths: readonly string[], options: PublishOptions): Promise<ExitStatus> {
  if (options.override?.trim() === '')
    throw new UserError({ id: 'publish.reason' }, { hint: { id: 'publish.reason.hint' } });
  const root = findRoot(context.cwd);
  const folder = options.out === undefined ? resolve(root, 'public') : resolve(context.cwd, options.out);
  checkOutputFolder(root, folder);
  if (options.dryRun) return plan(context, { paths, folder, override: options.override });
  return underLock(context, root, () => publish(context, { paths, folder, override: options.override }));
}

interface Wanted {
  readonly paths: readonly string[];
  readonly folder: string;
  readonly override: string | undefined;
}

async function plan(context: Context, wanted: Wanted): Promise<ExitStatus> {
  const publication = await prepare(context, wanted, lookAtProject);
  reportPublication(context, publication, 'plan');
  return statusOf(publication);
}

async function publish(context: Context, wanted: Wanted): Promise<ExitStatus> {
  const publication = await prepare(context, wanted, openProject);
  if (publication.isWorthWriting) swapFolder(wanted.folder, publication.files);
  reportPublication(context, publication, 'done');
  return statusOf(publication);
}

async function prepare(context: Context, { paths, folder, override }: Wanted, open: typeof openProject) {
  const published = readPublished(folder);
  const { root, project, plan, documents } = await open(context, { paths });
  const decisions = documents.map((document) => decide(document, project.settings, override));
  const scope = { project, isPartial: paths.length > 0, folder: relative(root, folder) };
  const release = releaseOf(decisions, published, scope);
  return {
    ...release,
    problems: [...plan.problems, ...release.problems],
    isWorthWriting: release.manifest.documents.length > 0 || published.hashes.size > 0,
  };
}

function statusOf({ problems, refused }: Pick<Release, 'problems' | 'refused'>): ExitStatus {
  const policy = refused.length > 0 ? exitStatus.findings : exitStatus.fine;
  return worst([...problems.map(({ status }) => status), policy]);
}
