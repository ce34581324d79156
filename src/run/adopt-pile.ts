import { exitStatus } from '../errors.ts';
import type { Language, State } from '../model.ts';
import type { Problem, Project, TranslationFiles } from '../pipeline/index.ts';
import { createPairing, type PairedDocument, pairPile } from '../pipeline/pile/pair-pile.ts';
import { textsIn } from '../store/git.ts';
import { type LastChange, lastChanges } from '../store/history.ts';
import { checkTargets, selection } from './selection.ts';

export interface AdoptOptions {
  /** Documents, translated files or folders, from the root; all where none is named. */
  readonly paths: readonly string[];
  readonly to?: readonly Language[] | undefined;
  /** Of sentences that have their translation. */
  readonly state: State;
  /** What the history says is not asked for: the translations are said to be up to date. */
  readonly assumeCurrent?: boolean | undefined;
}

/** A document that comes under a review file, or would. */
export interface AdoptedDocument extends PairedDocument {
  /** With the source of which commit it was paired; absent: with the source as it is now. */
  readonly commit?: string | undefined;
}

/** What `adopt` would do; nothing is written yet. */
export interface PlannedAdoption {
  readonly documents: readonly AdoptedDocument[];
  /** Translated files that have a review file already. */
  readonly managed: readonly string[];
  readonly problems: readonly Problem[];
}

/** Pairs the translated files that have no review file with their sources as they were when the files were last changed. */
export function adoptPile(root: string, project: Project, options: AdoptOptions): PlannedAdoption {
  checkTargets(project);
  const isSelected = selection(project, options.paths, options.to);
  const chosen = project.translations.filter((files) => files.text !== undefined && isSelected(files));
  const piles = chosen.filter(({ review }) => review === undefined);
  const changes: Changes = options.assumeCurrent ? new Map() : lastChanges(root, piles);
  const sources = new Map(project.sources.map((source) => [source.path, source]));
  const pairing = createPairing(project, options.state);
  const former = sourcesThen(root, changes);
  const adopted = piles.flatMap((files): readonly (AdoptedDocument | Problem)[] => {
    const source = sources.get(files.source);
    const change = changes.get(files);
    if (source === undefined) return [];
    if (change?.isEnd) return [tooShallow(files)];
    const text = former.get(files);
    const paired = pairPile({ files, source, before: { ...source, text: text ?? source.text } }, pairing);
    if ('message' in paired) return [{ ...paired, place: { file: files.path }, status: exitStatus.findings, files }];
    return [{ ...paired, ...(text !== undefined && { commit: change?.commit }) }];
  });
  return {
    documents: adopted.filter((each): each is AdoptedDocument => 'document' in each),
    managed: chosen.filter(({ review }) => review !== undefined).map(({ path }) => path),
    problems: [...project.problems, ...adopted.filter((each): each is Problem => 'status' in each)],
  };
}

type Changes = ReadonlyMap<TranslationFiles, LastChange>;

/** Missing where the commit has no such source. */
function sourcesThen(root: string, changes: Changes): ReadonlyMap<TranslationFiles, string> {
  const files = [...changes].filter(([, { isEnd }]) => !isEnd);
  const texts = textsIn(
    root,
    files.map(([, { commit, source }]) => ({ commit, path: source })),
  );
  return new Map(
    files.flatMap(([each], at): readonly [TranslationFiles, string][] => {
      const text = texts[at];
      return text === undefined ? [] : [[each, text]];
    }),
  );
}

/** What the source was is not known here, and a sentence that is not known to be stale would pass for right. */
function tooShallow(files: TranslationFiles): Problem {
  return {
    message: { id: 'adopt.shallow' },
    hint: { id: 'adopt.shallow.hint' },
    place: { file: files.path },
    status: exitStatus.findings,
    files,
  };
}
