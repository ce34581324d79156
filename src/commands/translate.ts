import { join, resolve } from 'node:path';
import { type ExitStatus, UserError } from '../errors.ts';
import { explainMatches } from '../pipeline/explain-matches.ts';
import { estimatePlan } from '../run/estimate-plan.ts';
import { planFolder, type TranslateOptions, translateFolder } from '../run/translate-folder.ts';
import { attempt } from '../store/attempt.ts';
import { findRoot, orphansOf } from '../store/project.ts';
import { confirmBudget } from './confirm-budget.ts';
import { type Context, note, pathsFromRoot, printJsonLine } from './context.ts';
import { lazyProgress } from './progress.ts';
import { reportPlan } from './translate-plan.ts';
import { reportRun, worst } from './translate-report.ts';
import { lockOptions } from './under-lock.ts';
import { writeReports } from './write-reports.ts';

interface Options {
  readonly to?: readonly string[];
  readonly engine?: string;
  readonly dryRun?: boolean;
  readonly explain?: boolean;
  readonly maxCharacters?: number;
  readonly maxCost?: number;
  readonly allowPlugins?: boolean;
  readonly allowHttp?: readonly string[];
  readonly retryQuarantined?: boolean;
  readonly jobs?: number;
  readonly report?: string;
}

/** The flow: finds what is new, takes it from the memory or an engine, checks it, writes files and the change report. */
export async function run(
  context: Context,
  paths: readonly string[],
  { dryRun, report, explain = false, ...given }: Options,
): Promise<ExitStatus> {
  const root = findRoot(context.cwd);
  const { glossary, env, signal } = context;
  const options: TranslateOptions = { ...given, paths: pathsFromRoot(paths, context.cwd, root), glossary, env, signal };
  const shown = { context, explain };
  return dryRun ? showPlan(root, options, shown) : translate(root, options, { ...shown, report });
}

interface Shown {
  readonly context: Context;
  /** Say why each sentence has its target. */
  readonly explain: boolean;
}

async function showPlan(root: string, options: TranslateOptions, { context, explain }: Shown): Promise<ExitStatus> {
  const planned = await planFolder(root, options);
  const explanations = explain ? explainMatches(planned.plan) : undefined;
  reportPlan(context, { ...planned, explanations }, await estimatePlan(root, planned));
  return worst(planned.plan.problems.map(({ status }) => status));
}

async function translate(
  root: string,
  options: TranslateOptions,
  { context, explain, report }: Shown & { readonly report: string | undefined },
): Promise<ExitStatus> {
  const progress = lazyProgress(context);
  // Who says how much may be spent has been asked.
  const isSaid = options.maxCharacters !== undefined || options.maxCost !== undefined;
  const asking = { ...context, ...(isSaid && { confirm: undefined }) };
  const run = await translateFolder(root, {
    ...options,
    lock: lockOptions(context),
    confirm: (planned) => confirmBudget(root, planned, asking),
    awaiting: (work) => context.awaiting(() => work().finally(progress.stop)),
    onProgress: progress.update,
    onUnsaved: (line) => printJsonLine(context, line),
  });
  for (const path of run.recovered) note(context, { id: 'translate.recovered', values: { path } });
  const folder = report === undefined ? join(root, '.wordferry/report') : resolve(context.cwd, report);
  const refused = attempt(() => writeReports(folder, run, context));
  const problems = [...run.problems, ...(refused instanceof UserError ? [{ ...refused, message: refused.text }] : [])];
  const explanations = explain ? explainMatches(run.translated.plan) : undefined;
  reportRun(context, { ...run, problems, explanations }, orphansOf(root, run.project));
  return worst([...problems.map(({ status }) => status), run.status]);
}
