import type { Progress, Stop } from '../engines/outcome.ts';
import { type Budget, remaining, type Spent } from '../engines/purse.ts';
import type { ExitStatus } from '../errors.ts';
import type { Language } from '../model.ts';
import {
  type Plan,
  type Problem,
  type Project,
  planTranslation,
  requestMap,
  type Scope,
  type Translated,
  translateProject,
} from '../pipeline/index.ts';
import { recover } from '../store/apply.ts';
import { asFinished } from '../store/as-finished.ts';
import { type LockOptions, lockedSince, waitForLock } from '../store/lock.ts';
import { readProject } from '../store/project.ts';
import { searchInThreads } from '../store/search-threads.ts';
import { type Seen, seeing, seenVariables } from '../store/seen.ts';
import { type Asked, askEngines, type EngineOutcome, endOf } from './ask-engines.ts';
import { checkPrices } from './check-prices.ts';
import { type LeftSentence, leftSentences } from './left-sentences.ts';
import { limitDocuments } from './limit-documents.ts';
import { type MadeEngines, makeEngines } from './make-engines.ts';
import { type Pruned, pruneOrphans } from './prune.ts';
import { chooseRoutes, type Environment, type Routes } from './routes.ts';
import { checkTargets, selection } from './selection.ts';
import { refuseUntrusted, trustedSettings } from './trusted-settings.ts';
import { writeDocuments } from './write-documents.ts';

export interface TranslateOptions {
  /** Documents, translated files or folders, from the root; all where none is named. */
  readonly paths?: readonly string[] | undefined;
  /** Target languages; all that have a folder in `translations/` where none is named. */
  readonly to?: readonly Language[] | undefined;
  /** Ids of engines, with commas; else those of wordferry.yaml, else `deepl` where a key is set, else none. */
  readonly engine?: string | undefined;
  /** Engines of the project's own may run, if the user trusts them. */
  readonly allowPlugins?: boolean | undefined;
  /** Origins to which texts and keys may go in the clear: `http://translator.house:5000`. */
  readonly allowHttp?: readonly string[] | undefined;
  /** Unicode code points that may be billed. */
  readonly maxCharacters?: number | undefined;
  /** In the currency of the engines' prices. */
  readonly maxCost?: number | undefined;
  /** Documents in which something is new; the others wait for another run. */
  readonly maxDocuments?: number | undefined;
  /** By earlier runs, which the budget is for too; this one adds what it spends. */
  readonly spent?: Spent | undefined;
  /** Called before anything is spent, with the plan and what the run may spend; gives what it may spend after all. */
  readonly confirm?: ((plan: PlannedRun) => Promise<Budget>) | undefined;
  /** Remove translations whose source is gone. */
  readonly prune?: boolean | undefined;
  /** Requests at once; default: as many as the engine takes. */
  readonly jobs?: number | undefined;
  /** Ask once more, and pay, for sentences whose answers were bad before. */
  readonly retryQuarantined?: boolean | undefined;
  /** An absolute path; else the root's glossary.yaml. */
  readonly glossary?: string | undefined;
  /** Where keys are read from. */
  readonly env?: Environment | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Goes around the time in which answers that are paid for may be under way. */
  readonly awaiting?: (<T>(work: () => Promise<T>) => Promise<T>) | undefined;
  readonly lock?: LockOptions | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** A line of the journal with paid answers that no disk takes: the last chance to keep it. */
  readonly onUnsaved?: ((line: object) => void) | undefined;
}

/** What a run would do, and with whom. */
export interface PlannedRun extends MadeEngines {
  readonly project: Project;
  readonly plan: Plan;
  readonly routes: Routes;
  readonly budget: Budget;
  /** Source documents that `maxDocuments` leaves for another run. */
  readonly later: readonly string[];
}

/** What a run did. What it wrote is on disk. */
export interface FolderRun extends MadeEngines {
  readonly project: Project;
  readonly routes: Routes;
  /** Source documents that `maxDocuments` left for another run. */
  readonly later: readonly string[];
  readonly translated: Translated;
  /** Documents that were left alone, with the reason. */
  readonly problems: readonly Problem[];
  /** Sentences that an engine was to translate and did not, with the reason. */
  readonly left: readonly LeftSentence[];
  /** What engines did, one after the other. */
  readonly outcomes: readonly EngineOutcome[];
  /** For the exit, as far as engines say it, and why. */
  readonly status: ExitStatus;
  readonly stopped: Stop | undefined;
  /** Review files of sources that are gone, which were removed with their translated files. */
  readonly pruned: readonly string[];
  /** Files that an interrupted run had begun to write and this one finished. */
  readonly recovered: readonly string[];
  /** All that it depended on. */
  readonly seen: Seen;
}

/**
 * Translates a project's folder: takes over edits, uses the memory, asks engines for the rest, and writes.
 * Throws `UserError` for settings, a glossary or options that are wrong, a held lock, and a disk that takes nothing.
 */
export async function translateFolder(root: string, options: TranslateOptions = {}): Promise<FolderRun> {
  const release = await waitForLock(root, options.lock);
  try {
    const env = seenVariables(options.env ?? {});
    const { result, seen } = await seeing(lockedSince(root), () => translateLocked(root, { ...options, env }));
    return { ...result, seen };
  } finally {
    release();
  }
}

async function translateLocked(root: string, options: TranslateOptions): Promise<Omit<FolderRun, 'seen'>> {
  const { awaiting = (work) => work() } = options;
  let made: MadeEngines | undefined;
  try {
    const recovered = recover(root);
    const prepared = await prepare(root, options);
    made = prepared;
    const { project, scope } = prepared;
    let asked: Asked = { answers: requestMap(), results: [], outcomes: [] };
    const translated = await translateProject(project, scope, async (requests, plan) => {
      const budget = (await options.confirm?.({ ...prepared, plan })) ?? prepared.budget;
      asked = await awaiting(() => askEngines(requests, { ...options, root, engines: prepared.engines, budget }));
      return asked.answers;
    });
    const skipped = writeDocuments(root, translated.documents);
    const removed = options.prune
      ? pruneOrphans(root, { ...prepared.scope, project, plan: translated.plan })
      : nothingPruned;
    const problems = [...translated.problems, ...skipped, ...removed.problems];
    const unwritten = new Set(skipped.map(({ files }) => files));
    const left = leftSentences(translated, { results: asked.results, unwritten });
    return {
      ...prepared,
      ...endOf(asked),
      outcomes: asked.outcomes,
      translated,
      problems,
      left,
      recovered,
      pruned: removed.pruned,
    };
  } finally {
    for (const engine of made?.engines.values() ?? []) await engine.close?.();
  }
}

const nothingPruned: Pruned = { pruned: [], problems: [] };

/** What `translateFolder` would do. Reads only. */
export async function planFolder(root: string, options: TranslateOptions = {}): Promise<PlannedRun> {
  const prepared = await prepare(root, options);
  return { ...prepared, plan: planTranslation(asFinished(root, prepared.project), prepared.scope) };
}

interface Prepared extends Omit<PlannedRun, 'plan'> {
  readonly scope: Scope;
}

async function prepare(root: string, options: TranslateOptions): Promise<Prepared> {
  const { paths = [], to, engine, glossary, env = {}, allowPlugins, allowHttp } = options;
  const read = await readProject(root, glossary);
  checkTargets(read);
  const settings = await trustedSettings(root, read.settings, env);
  const project: Project = { ...read, settings };
  const isSelected = selection(project, paths, to);
  const routes = chooseRoutes(engine, settings, env);
  const used = routesInUse(project, routes, isSelected);
  refuseUntrusted(used, env);
  const made = await makeEngines(used, { root, settings, env, allowPlugins, allowHttp, named: engine });
  const { characters, cost } = settings.budget;
  const limit: Budget = { characters: options.maxCharacters ?? characters, cost: options.maxCost ?? cost };
  const budget = options.spent === undefined ? limit : remaining(limit, options.spent);
  checkPrices([...made.engines.values()], budget);
  const scope: Scope = { isSelected, routeOf: routes.of, searchAll: searchInThreads };
  return { ...made, project, routes, budget, ...limitDocuments(project, scope, options.maxDocuments) };
}

/** Each once; the usual one too, so that a mistake in it is said whatever the documents are. */
function routesInUse(
  { translations }: Project,
  routes: Routes,
  isSelected: Scope['isSelected'],
): readonly Routes['usual'][] {
  const chosen = translations.filter((files) => isSelected(files)).map(({ source }) => routes.of(source));
  return [...new Map([routes.usual, ...chosen].map((route) => [route.join(' '), route])).values()];
}
