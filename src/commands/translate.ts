import { join, resolve } from 'node:path';
import { type ExitStatus, exitStatus } from '../errors.ts';
import {
  type PlannedRequest,
  type Problem,
  planTranslation,
  type Translated,
  translateProject,
} from '../pipeline/index.ts';
import { applyChanges, recover } from '../store/apply.ts';
import { acquireLock } from '../store/lock.ts';
import { keepLeft } from '../store/memory.ts';
import { findRoot, readProject } from '../store/project.ts';
import { type Asked, askEngine } from './ask-engine.ts';
import { type Context, note, pathsFromRoot } from './context.ts';
import { chooseEngine } from './engine-choice.ts';
import { selection } from './selection.ts';
import { reportPlan, reportRun, worst } from './translate-report.ts';
import { writeReports } from './write-reports.ts';

export interface TranslateOptions {
  readonly to?: readonly string[];
  readonly engine?: string;
  readonly dryRun?: boolean;
  readonly maxCharacters?: number;
  readonly report?: string;
}

/** The flow: finds what is new, takes it from the memory or an engine, checks it, writes files and the change report. */
export async function run(context: Context, paths: readonly string[], options: TranslateOptions): Promise<ExitStatus> {
  const root = findRoot(context.cwd);
  if (options.dryRun) return showPlan(root, context, paths, options);
  const release = acquireLock(root);
  try {
    for (const path of recover(root)) note(context, { id: 'translate.recovered', values: { path } });
    return await translate(root, context, paths, options);
  } finally {
    release();
  }
}

async function translate(
  root: string,
  context: Context,
  paths: readonly string[],
  options: TranslateOptions,
): Promise<ExitStatus> {
  const project = await readProject(root, context.glossary);
  const choice = await chooseEngine(options.engine, project.settings, root, context);
  const scope = {
    isSelected: selection(project, pathsFromRoot(paths, context.cwd, root), options.to),
    engine: choice.engine?.id,
  };
  const budget = options.maxCharacters ?? project.settings.maxCharacters;
  let asked: Asked | undefined;
  const ask = async (requests: readonly PlannedRequest[]) => {
    asked = await askEngine(requests, choice.engine, root, budget, context);
    return asked.answers;
  };
  const translated = await translateProject(project, scope, ask);
  const late = write(root, translated);
  const problems = [...translated.problems, ...late];
  const folder = options.report === undefined ? join(root, '.wordferry/report') : resolve(context.cwd, options.report);
  writeReports(folder, translated, project.settings.source, context);
  reportRun(context, choice, { ...translated, problems }, asked);
  return worst([...problems.map(({ status }) => status), asked?.outcome?.status ?? exitStatus.fine]);
}

/** Pairs that leave a file are kept first, then the files are replaced. Gives what changed meanwhile and was left alone. */
function write(root: string, { documents }: Translated): readonly Problem[] {
  keepLeft(
    root,
    documents.flatMap(({ left, languages }) => left.map((pair) => ({ ...pair, language: languages.target }))),
  );
  const sets = documents
    .filter(({ changes }) => changes.length > 0)
    .map(({ document, changes }) => ({ source: { path: document.path, text: document.text }, changes }));
  const skipped = applyChanges(root, sets);
  return skipped.map(({ source }) => ({
    message: { id: 'translate.meanwhile' },
    hint: { id: 'translate.meanwhile.hint' },
    place: { file: source.path },
    status: exitStatus.incomplete,
  }));
}

async function showPlan(
  root: string,
  context: Context,
  paths: readonly string[],
  options: TranslateOptions,
): Promise<ExitStatus> {
  const project = await readProject(root, context.glossary);
  const choice = await chooseEngine(options.engine, project.settings, root, context);
  const isSelected = selection(project, pathsFromRoot(paths, context.cwd, root), options.to);
  const plan = planTranslation(project, { isSelected, engine: choice.engine?.id });
  reportPlan(context, choice, plan);
  return worst(plan.problems.map(({ status }) => status));
}
