import { hash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { type ExitStatus, exitStatus, UserError } from '../errors.ts';
import { buildId } from '../package-files.ts';
import { settledRun } from '../run/settled-run.ts';
import { findRoot } from '../store/layout.ts';
import { type Context, pathsFromRoot } from './context.ts';
import { lockOptions } from './under-lock.ts';

export interface Options {
  readonly to?: readonly string[];
  readonly engine?: string;
  readonly dryRun?: boolean;
  readonly explain?: boolean;
  readonly prune?: boolean;
  readonly maxCharacters?: number;
  readonly maxCost?: number;
  readonly maxDocuments?: number;
  readonly allowPlugins?: boolean;
  readonly allowHttp?: readonly string[];
  readonly retryQuarantined?: boolean;
  readonly jobs?: number;
  readonly report?: string;
  readonly watch?: boolean;
}

/** The flow: finds what is new, takes it from the memory or an engine, checks it, writes files and the change report. */
export async function run(
  context: Context,
  given: readonly string[],
  { dryRun, report, watch, ...options }: Options,
): Promise<ExitStatus> {
  const root = findRoot(context.cwd);
  const paths = pathsFromRoot(given, context.cwd, root);
  const folder = report === undefined ? join(root, '.wordferry/report') : resolve(context.cwd, report);
  const asked = { ...options, paths, folder };
  if (watch && (dryRun || context.json)) throw new UserError({ id: 'usage.watch' });
  const wish = dryRun ? undefined : wishOf(asked, context);
  const settled =
    wish && !watch ? await settledRun(root, { wish, env: context.env, lock: lockOptions(context) }) : undefined;
  if (settled) {
    for (const [by, text] of settled.lines) context.output[by](text);
    return exitStatus.fine;
  }
  if (watch) {
    const { watchProject } = await import('./translate-watch.ts');
    return watchProject(root, asked, { context, wish });
  }
  // To load what a run needs takes longer than to see that there is nothing to do.
  const { showPlan, translate } = await import('./translate-run.ts');
  return dryRun ? showPlan(root, asked, context) : (await translate(root, asked, { context, wish })).status;
}

/** What a run says depends on this, and on what it sees. None where nobody knows whose program it is. */
function wishOf(asked: object, { glossary, json, quiet, speaker }: Context): string | undefined {
  const build = buildId();
  if (build === undefined) return undefined;
  const { language } = speaker;
  return hash('sha256', JSON.stringify({ build, node: process.versions, asked, glossary, json, quiet, language }));
}
