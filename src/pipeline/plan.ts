import { createTermFinder, type TermFinder } from '../glossary/find.ts';
import { createMemory, type KnownPairs, type MemoryEntry, memoryOf, type SearchAll } from '../memory/index.ts';
import type { Entry, Language, TranslationRequest } from '../model.ts';
import { once } from '../once.ts';
import type { Settings } from '../settings.ts';
import { isEditedInReview } from './adoption/settle.ts';
import { codesOf } from './codes.ts';
import { openImported } from './imported.ts';
import { leftPairs } from './left-pairs.ts';
import { lookAheadIn } from './look-ahead.ts';
import { matchSegments } from './matching/match.ts';
import type { MatchedEntry } from './matching/matching.ts';
import { openTranslations, type Translation } from './open.ts';
import { type Problem, type Project, translationPaths } from './project.ts';
import type { Asker, Route } from './request-map.ts';
import { requestsOf, unique } from './requests.ts';

/** What a run would do: every sentence matched, and what is left for an engine. */
export interface Plan {
  readonly translations: readonly PlannedTranslation[];
  /** What the run leaves as it is. */
  readonly others: readonly Translation[];
  /** One a sentence and language, for its first occurrence in the order of the files' paths. */
  readonly requests: readonly PlannedRequest[];
  readonly problems: readonly Problem[];
  readonly finder: TermFinder;
}

export interface PlannedTranslation extends Translation {
  readonly matched: readonly MatchedEntry[];
  readonly route: Route;
}

export interface PlannedRequest extends Asker {
  readonly request: TranslationRequest;
  /** Path of the source document where it stands first. */
  readonly document: string;
}

/** Which part of the project a run is about. */
export interface Scope {
  isSelected(translation: Translation['files']): boolean;
  /** Who may be asked about a source document; absent: the memory alone. */
  routeOf?(document: string): Route;
  /** Does many look-ups at once, where somebody can; what is found is the same. */
  readonly searchAll?: SearchAll;
}

/** Edits of all documents are adopted before the memory is frozen; only then is any segment matched. */
export function planTranslation(project: Project, scope: Scope): Plan {
  const { translations, problems } = openTranslations(project);
  const imported = openImported(project);
  const memories = new Map(
    project.settings.targets.map((language) => {
      const pairs = () => imported.pairs(language);
      return [language, createMemory({ ...freeze(language, translations, project), imported: pairs }, codesOf)];
    }),
  );
  const memoryFor = ({ languages }: Translation) => memories.get(languages.target) ?? createMemory({});
  const finder = finderOf(project.glossary);
  const selected = translations.filter(({ files }) => scope.isSelected(files));
  if (scope.searchAll !== undefined) lookAheadIn(selected, memoryFor, scope.searchAll);
  const planned = selected.map((translation) => {
    const memory = memoryFor(translation);
    const route = scope.routeOf?.(translation.document.path) ?? [];
    return {
      ...translation,
      route,
      matched: matchSegments(translation, { memory, finder, settings: project.settings }),
    };
  });
  const inOrder = planned.toSorted((a, b) => (a.files.path < b.files.path ? -1 : 1));
  const requests = inOrder.flatMap((translation) =>
    requestsOf(translation, { finder, settings: project.settings, memory: memoryFor(translation) }),
  );
  const own = [
    ...problems.filter((problem) => isAsked(problem, project.settings, scope)),
    // What no sentence was looked up in, nobody asked about.
    ...imported.problems(),
  ];
  const others = translations.filter(({ files }) => !scope.isSelected(files));
  return { translations: planned, others, requests: unique(requests), problems: own, finder };
}

/** A project that is planned again, document by document, has the same glossary. */
const finderOf = once(createTermFinder);

/** A source that cannot be read is asked about where any of its translations is. */
function isAsked({ files, place }: Problem, settings: Settings, { isSelected }: Scope): boolean {
  const { file } = place;
  if (files !== undefined) return isSelected(files);
  return (
    file === undefined ||
    settings.targets.length === 0 ||
    settings.targets.some((target) => isSelected(translationPaths(file, target, settings)))
  );
}

function freeze(language: Language, translations: readonly Translation[], project: Project): KnownPairs {
  const own = translations.filter(({ languages }) => languages.target === language);
  const here = own.map(({ document, entries }) => memoryOf(document.path, entries));
  const { head = [], left = [] } = project.earlier[language] ?? {};
  const orphans = (project.orphans ?? []).filter((orphan) => orphan.language === language);
  const gone = orphans.map(({ source, review }) => memoryOf(source, review.entries));
  return {
    tree: [
      ...here.flatMap(({ tree }) => tree),
      ...gone.flatMap(({ tree, previous }) => [...tree, ...previous]),
      ...leftOut(language, translations, project),
    ],
    previous: here.flatMap(({ previous }) => previous),
    head,
    // What edits replaced is on disk only after this run, and the next one must not know more.
    left: [...own.flatMap((translation) => leftPairs(translation, translation.entries)), ...left],
  };
}

/** Reviewed pairs of documents that this run leaves alone: what their review files had before anybody edited them. */
function leftOut(
  language: Language,
  opened: readonly Translation[],
  { translations }: Project,
): readonly MemoryEntry[] {
  const known = new Set(opened.map(({ files }) => files));
  return translations.flatMap((files) => {
    const { review } = files;
    if (files.language !== language || known.has(files) || review === undefined || !('entries' in review)) return [];
    // An edited target is nobody's yet, but its sentence stands there.
    const entries = review.entries.map(
      (entry): Entry => (isEditedInReview(entry) ? { ...entry, target: '', state: 'initial' } : entry),
    );
    return memoryOf(files.source, entries).tree;
  });
}
