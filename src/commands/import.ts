import { resolve } from 'node:path';
import type { ExitStatus } from '../errors.ts';
import { readDecisions, type SeenDecision } from '../exchange/decisions.ts';
import {
  finishTranslation,
  type Problem,
  type Project,
  planTranslation,
  requestMap,
  type TranslatedDocument,
} from '../pipeline/index.ts';
import { applyDecisions } from '../run/apply-decisions.ts';
import { writeDocuments } from '../run/write-documents.ts';
import { asFinished } from '../store/as-finished.ts';
import { readBilingualText } from '../store/bilingual.ts';
import { findRoot, readProject } from '../store/project.ts';
import type { Context } from './context.ts';
import { type ImportedDecisions, reportDecisions } from './import-report.ts';
import { underLock } from './under-lock.ts';

interface ImportOptions {
  readonly dryRun?: boolean;
}

/** Puts decisions into the files that somebody made in the HTML report, without a clone. */
export async function run(
  context: Context,
  [path = '']: readonly string[],
  { dryRun }: ImportOptions,
): Promise<ExitStatus> {
  const root = findRoot(context.cwd);
  const decisions = readDecisions(readBilingualText(resolve(context.cwd, path), path), path);
  if (dryRun) {
    const project = asFinished(root, await readProject(root, context.glossary));
    return reportDecisions(context, { ...decide(project, decisions).imported, isPlan: true });
  }
  return underLock(context, root, async () => {
    const { documents, imported } = decide(await readProject(root, context.glossary), decisions);
    return reportDecisions(context, withUnwritten(imported, writeDocuments(root, documents)));
  });
}

interface Decided {
  /** Those in which something was decided. */
  readonly documents: readonly TranslatedDocument[];
  readonly imported: ImportedDecisions;
}

function decide(project: Project, decisions: readonly SeenDecision[]): Decided {
  const files = new Set(decisions.map(({ file }) => file));
  const plan = planTranslation(project, { isSelected: ({ reviewPath }) => files.has(reviewPath) });
  const opened = finishTranslation(plan, requestMap(), project.settings);
  const { documents, outcomes } = applyDecisions(opened, decisions, {
    finder: plan.finder,
    settings: project.settings,
  });
  const applied = new Set(outcomes.flatMap(({ what, decision }) => (what === 'applied' ? [decision.file] : [])));
  const problems = plan.problems.filter((problem) => files.has(problem.files?.reviewPath ?? ''));
  return {
    documents: documents.filter((document) => applied.has(document.files.reviewPath)),
    imported: { outcomes, problems },
  };
}

/** Decisions about documents that could not be written are left, whatever they would have done. */
function withUnwritten({ outcomes, problems }: ImportedDecisions, unwritten: readonly Problem[]): ImportedDecisions {
  const reasons = new Map(unwritten.map(({ files, message }) => [files?.reviewPath, message]));
  return {
    outcomes: outcomes.map((outcome) => {
      const reason = reasons.get(outcome.decision.file);
      return reason === undefined || outcome.what !== 'applied' ? outcome : { ...outcome, what: 'left', reason };
    }),
    problems: [...problems, ...unwritten],
  };
}
