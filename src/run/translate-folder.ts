import type { EngineId } from '../engine-ids.ts';
import type { Outcome, Progress } from '../engines/outcome.ts';
import type { Language, Message } from '../model.ts';
import {
  type Plan,
  type PlannedRequest,
  type Problem,
  type Project,
  planTranslation,
  type Scope,
  type Translated,
  translateProject,
} from '../pipeline/index.ts';
import { recover } from '../store/apply.ts';
import { asFinished } from '../store/as-finished.ts';
import { type LockOptions, waitForLock } from '../store/lock.ts';
import { readProject } from '../store/project.ts';
import { askEngine } from './ask-engine.ts';
import { chooseEngine, type EngineChoice, type Environment } from './engine-choice.ts';
import { type LeftSentence, leftSentences } from './left-sentences.ts';
import { checkTargets, selection } from './selection.ts';
import { writeDocuments } from './write-documents.ts';

export interface TranslateOptions {
  /** Documents, translated files or folders, from the root; all where none is named. */
  readonly paths?: readonly string[] | undefined;
  /** Target languages; all that have a folder in `translations/` where none is named. */
  readonly to?: readonly Language[] | undefined;
  /** Id of an engine; else that of wordferry.yaml, else `deepl` where a key is set, else none. */
  readonly engine?: string | undefined;
  /** Unicode code points that may be billed. */
  readonly maxCharacters?: number | undefined;
  /** Requests at once, 1–4; default 4. */
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

/** What a run did. What it wrote is on disk. */
export interface FolderRun {
  readonly project: Project;
  readonly engine: { readonly id: EngineId; readonly reason: Message };
  readonly translated: Translated;
  /** Documents that were left alone, with the reason. */
  readonly problems: readonly Problem[];
  /** Sentences that the engine was to translate and did not, with the reason. */
  readonly left: readonly LeftSentence[];
  /** What the engine did; absent where none was asked. */
  readonly outcome?: Outcome | undefined;
  /** Files that an interrupted run had begun to write and this one finished. */
  readonly recovered: readonly string[];
}

/**
 * Translates a project's folder: takes over edits, uses the memory, asks the engine for the rest, and writes.
 * Throws `UserError` for settings, a glossary or options that are wrong, a held lock, and a disk that takes nothing.
 */
export async function translateFolder(root: string, options: TranslateOptions = {}): Promise<FolderRun> {
  const release = await waitForLock(root, options.lock);
  try {
    const recovered = recover(root);
    const { project, choice, scope } = await prepare(root, options);
    const { awaiting = (work) => work() } = options;
    let outcome: Outcome | undefined;
    const ask = async (requests: readonly PlannedRequest[]) => {
      const budget = options.maxCharacters ?? project.settings.maxCharacters;
      const asked = await awaiting(() => askEngine(requests, choice.engine, { ...options, root, budget }));
      outcome = asked.outcome;
      return asked.answers;
    };
    const translated = await translateProject(project, scope, ask);
    const skipped = writeDocuments(root, translated.documents);
    const problems = [...translated.problems, ...skipped];
    const left = leftSentences(translated, {
      engine: choice.id,
      results: outcome?.results ?? [],
      unwritten: new Set(skipped.map(({ files }) => files)),
    });
    return { project, engine: choice, translated, problems, left, outcome, recovered };
  } finally {
    release();
  }
}

/** What `translateFolder` would do. Reads only. */
export async function planFolder(
  root: string,
  options: TranslateOptions = {},
): Promise<{ readonly plan: Plan; readonly choice: EngineChoice }> {
  const { project, choice, scope } = await prepare(root, options);
  return { plan: planTranslation(asFinished(root, project), scope), choice };
}

interface Prepared {
  readonly project: Project;
  readonly choice: EngineChoice;
  readonly scope: Scope;
}

async function prepare(
  root: string,
  { paths = [], to, engine, glossary, env = {} }: TranslateOptions,
): Promise<Prepared> {
  const project = await readProject(root, glossary);
  checkTargets(project);
  const choice = await chooseEngine(engine, project.settings, root, env);
  return { project, choice, scope: { isSelected: selection(project, paths, to), engine: choice.engine?.id } };
}
