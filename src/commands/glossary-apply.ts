import { join } from 'node:path';
import { type ExitStatus, exitStatus } from '../errors.ts';
import { type GlossaryChanges, glossaryChanges } from '../glossary/changes.ts';
import { type AppliedDocument, applyGlossary } from '../pipeline/apply-glossary.ts';
import type { Problem } from '../pipeline/index.ts';
import { writeDocuments } from '../run/write-documents.ts';
import { readFormerGlossary } from '../store/former-glossary.ts';
import { findRoot } from '../store/project.ts';
import type { Context } from './context.ts';
import { reportApplied } from './glossary-apply-report.ts';
import { lookAtProject, type OpenProject, openProject } from './open.ts';
import { worst } from './translate-report.ts';
import { underLock } from './under-lock.ts';

interface Options {
  readonly from?: string;
  readonly dryRun?: boolean;
}

/** What a command did, or would do. */
export interface Applied {
  readonly from: string;
  readonly changes: GlossaryChanges;
  readonly documents: readonly AppliedDocument[];
  readonly problems: readonly Problem[];
  /** Nothing was written. */
  readonly isDry: boolean;
}

/**
 * Rewrites the sentences that a change of the glossary affects, where that is certain, and lists the others. Exit status 1
 * where one needs a person.
 */
export async function run(context: Context, _: readonly string[], { from, dryRun }: Options): Promise<ExitStatus> {
  const applied = dryRun ? await look(context, from) : await apply(context, from);
  reportApplied(applied, context);
  const isLeft = applied.documents.some(({ affected }) => [...affected.values()].some(({ reason }) => reason));
  return worst([...applied.problems.map(({ status }) => status), isLeft ? exitStatus.findings : exitStatus.fine]);
}

async function look(context: Context, from: string | undefined): Promise<Applied> {
  return { ...(await applyTo(await lookAtProject(context), context, from)), isDry: true };
}

async function apply(context: Context, from: string | undefined): Promise<Applied> {
  const root = findRoot(context.cwd);
  return underLock(context, root, async () => {
    const applied = await applyTo(await openProject(context, {}), context, from);
    const rewritten = applied.documents.filter(({ changes }) => changes.length > 0);
    const skipped = writeDocuments(root, rewritten);
    const documents = applied.documents.filter(({ files }) => !skipped.some((problem) => problem.files === files));
    return { ...applied, documents, problems: [...applied.problems, ...skipped], isDry: false };
  });
}

async function applyTo(
  { root, project, plan, documents }: OpenProject,
  { glossary = join(root, 'glossary.yaml') }: Context,
  from = 'HEAD',
): Promise<Omit<Applied, 'isDry'>> {
  const { settings } = project;
  const before = await readFormerGlossary(root, from, glossary);
  const changes = glossaryChanges(before, project.glossary, settings.targets);
  const rendering = { finder: plan.finder, settings };
  const applied = documents.map((document) => applyGlossary(document, changes, rendering));
  return { from, changes, documents: applied, problems: plan.problems };
}
