import { basename, join } from 'node:path';
import { openGlossaries } from '../engines/deepl-glossaries.ts';
import { applySync, type DictionaryChange, isChange, planSync, type SyncPlan } from '../engines/sync-glossary.ts';
import { type ExitStatus, exitStatus, UserError } from '../errors.ts';
import type { Language, Pair } from '../model.ts';
import type { Problem } from '../pipeline/index.ts';
import { findRoot, readGlossary, readSettings } from '../store/project.ts';
import { type Context, note, printJson } from './context.ts';
import { glossaryDictionaries } from './glossary-dictionaries.ts';
import { glossaryLanguages } from './glossary-languages.ts';
import { jsonProblem, showProblems } from './translate-report.ts';

interface SyncOptions {
  readonly dryRun?: boolean;
  readonly to?: readonly Language[];
  readonly name?: string;
}

/** Makes a glossary at DeepL what the project's says; sends only what differs. */
export async function run(context: Context, _: readonly string[], options: SyncOptions): Promise<ExitStatus> {
  const root = findRoot(context.cwd);
  const settings = await readSettings(root);
  const glossary = await readGlossary(context.glossary ?? join(root, 'glossary.yaml'), root);
  const targets = glossaryLanguages(glossary, settings, options.to);
  const { env, signal } = context;
  const remote = openGlossaries({ key: env.DEEPL_API_KEY, serverUrl: env.DEEPL_SERVER_URL }, { signal });
  const { dictionaries, problems, notes } = glossaryDictionaries(glossary, { source: settings.source, targets });
  if (dictionaries.every(({ rows }) => rows.size === 0)) throw new UserError({ id: 'glossary.sync.none' });
  const plan = await planSync(options.name ?? `wordferry ${basename(root)}`, dictionaries, remote);
  if (!options.dryRun) await applySync(plan, remote);
  report(context, { plan, problems, mode: options.dryRun ? 'plan' : 'done' });
  if (!context.json) for (const message of notes) note(context, message);
  return problems.length > 0 ? exitStatus.findings : exitStatus.fine;
}

interface Synced {
  readonly plan: SyncPlan;
  readonly problems: readonly Problem[];
  readonly mode: 'plan' | 'done';
}

function report(context: Context, { plan, problems, mode }: Synced): void {
  const { output, speaker, quiet } = context;
  if (context.json) {
    const shown = problems.map((problem) => jsonProblem(problem, context));
    printJson(context, { ...(mode === 'plan' && { dryRun: true }), ...jsonOf(plan), problems: shown });
    return;
  }
  const { name, glossary, changes } = plan;
  const open = changes.filter(isChange);
  if (!quiet) {
    if (open.length === 0) output.print(speaker.say({ id: 'glossary.sync.unchanged', values: { name } }));
    else if (glossary === undefined) output.print(speaker.say({ id: 'glossary.sync.created', values: { name, mode } }));
    for (const change of open) for (const line of linesOf(change, mode, context)) output.print(line);
  }
  showProblems(problems, context);
}

function linesOf(change: DictionaryChange, mode: Synced['mode'], { speaker }: Context): readonly string[] {
  const { dictionary, added, changed, removed } = change;
  const counts = { added: added.length, changed: changed.length, removed: removed.length };
  const pair = ({ source, target }: Pair) => `${source} → ${target}`;
  return [
    speaker.say({ id: 'glossary.sync.pair', values: { ...dictionary.languages, ...counts, mode } }),
    ...added.map((each) => `  + ${pair(each)}`),
    ...changed.map((each) => `  ~ ${pair(each)} (${each.was})`),
    ...removed.map((each) => `  - ${pair(each)}`),
  ];
}

/** Kept stable. */
function jsonOf({ name, glossary, changes }: SyncPlan): object {
  return {
    name,
    id: glossary?.id ?? null,
    dictionaries: changes.map(({ dictionary, added, changed, removed }) => ({
      ...dictionary.languages,
      entries: dictionary.rows.size,
      added,
      changed,
      removed,
    })),
  };
}
