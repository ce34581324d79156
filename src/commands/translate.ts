import { hash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { type ExitStatus, exitStatus } from '../errors.ts';
import { buildId } from '../package-files.ts';
import { settledRun } from '../run/settled-run.ts';
import { findRoot } from '../store/layout.ts';
import { type Context, pathsFromRoot } from './context.ts';
import { lockOptions } from './under-lock.ts';

export interface Options {
  readonly to?: readonly string[];
  readonly engine?: string;
  readonly dryRun?: boolean;
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
  given: readonly string[],
  { dryRun, report, ...options }: Options,
): Promise<ExitStatus> {
  const root = findRoot(context.cwd);
  const paths = pathsFromRoot(given, context.cwd, root);
  const folder = report === undefined ? join(root, '.wordferry/report') : resolve(context.cwd, report);
  const asked = { ...options, paths, folder };
  const wish = dryRun ? undefined : wishOf(asked, context);
  const lines = wish && (await settledRun(root, { wish, env: context.env, lock: lockOptions(context) }));
  if (lines) {
    for (const [by, text] of lines) context.output[by](text);
    return exitStatus.fine;
  }
  // To load what a run needs takes longer than to see that there is nothing to do.
  const { showPlan, translate } = await import('./translate-run.ts');
  return dryRun ? showPlan(root, asked, context) : translate(root, asked, { context, wish });
}

/** What a run says depends on this, and on what it sees. None where nobody knows whose program it is. */
function wishOf(asked: object, { glossary, json, quiet, speaker }: Context): string | undefined {
  const build = buildId();
  if (build === undefined) return undefined;
  const { language } = speaker;
  return hash('sha256', JSON.stringify({ build, node: process.versions, asked, glossary, json, quiet, language }));
}
