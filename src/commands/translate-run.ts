import type { Spent } from '../engines/purse.ts';
import { type ExitStatus, UserError } from '../errors.ts';
import { explainMatches } from '../pipeline/explain-matches.ts';
import { estimatePlan } from '../run/estimate-plan.ts';
import { keepSettled } from '../run/settled-run.ts';
import { type FolderRun, planFolder, type TranslateOptions, translateFolder } from '../run/translate-folder.ts';
import { attempt } from '../store/attempt.ts';
import { orphansOf } from '../store/project.ts';
import type { Line } from '../store/settled-file.ts';
import { confirmBudget } from './confirm-budget.ts';
import { type Context, note, printJsonLine } from './context.ts';
import { lazyProgress } from './progress.ts';
import type { Options } from './translate.ts';
import { reportPlan } from './translate-plan.ts';
import { reportRun, worst } from './translate-report.ts';
import { lockOptions } from './under-lock.ts';
import { reportFiles, writeReports } from './write-reports.ts';

/** What the command line asked for. */
export interface Asked extends Omit<Options, 'dryRun' | 'report' | 'watch'> {
  /** From the root. */
  readonly paths: readonly string[];
  /** Where the change report goes. */
  readonly folder: string;
  /** By earlier runs of the session. */
  readonly spent?: Spent;
}

export interface Asking {
  readonly context: Context;
  /** The name under which the next run finds this one, if there is nothing to do for it. */
  readonly wish?: string | undefined;
  /** Documents in which nothing is new are not listed. */
  readonly isBrief?: true;
}

/** What a run would do, and what it would cost. */
export async function showPlan(root: string, asked: Asked, context: Context): Promise<ExitStatus> {
  const planned = await planFolder(root, optionsOf(asked, context));
  const explanations = asked.explain ? explainMatches(planned.plan) : undefined;
  reportPlan(context, { ...planned, explanations }, await estimatePlan(root, planned));
  return worst(planned.plan.problems.map(({ status }) => status));
}

/** The flow, and what came of it. */
export async function translate(
  root: string,
  asked: Asked,
  { context, wish, isBrief }: Asking,
): Promise<{ readonly status: ExitStatus; readonly run: FolderRun }> {
  const { folder } = asked;
  const progress = lazyProgress(context);
  // Who says how much may be spent has been asked.
  const isSaid = asked.maxCharacters !== undefined || asked.maxCost !== undefined;
  const asking = { ...context, ...(isSaid && { confirm: undefined }) };
  const run = await translateFolder(root, {
    ...optionsOf(asked, context),
    lock: lockOptions(context),
    confirm: (planned) => confirmBudget(root, planned, asking),
    awaiting: (work) => context.awaiting(() => work().finally(progress.stop)),
    onProgress: progress.update,
    onUnsaved: (line) => printJsonLine(context, line),
  });
  for (const path of run.recovered) note(context, { id: 'translate.recovered', values: { path } });
  for (const path of run.pruned) note(context, { id: 'translate.pruned', values: { path } });
  const refused = attempt(() => writeReports(folder, run, context));
  const problems = [...run.problems, ...(refused instanceof UserError ? [{ ...refused, message: refused.text }] : [])];
  const lines: Line[] = [];
  const explanations = asked.explain ? explainMatches(run.translated.plan) : undefined;
  const reported = { ...run, problems, explanations };
  reportRun(heard(context, lines), reported, { orphans: orphansOf(root, run.project), isBrief });
  if (wish !== undefined) await keepSettled(root, reported, { wish, lines, report: reportFiles(folder) });
  return { status: worst([...problems.map(({ status }) => status), run.status]), run: reported };
}

function optionsOf({ folder: _, ...asked }: Asked, { glossary, env, signal }: Context): TranslateOptions {
  return { ...asked, glossary, env, signal };
}

/** What goes out is written down too. */
function heard(context: Context, lines: Line[]): Context {
  const { output } = context;
  const hear = (by: Line[0]) => (text: string) => {
    lines.push([by, text]);
    output[by](text);
  };
  return { ...context, output: { ...output, print: hear('print'), write: hear('write'), note: hear('note') } };
}
