import { isFakeEngine, isRemoteEngine } from '../engine-ids.ts';
import { anyUnit } from '../formats/unit-text.ts';
import { createTermFinder, type TermFinder } from '../glossary/find.ts';
import { targetTerm } from '../glossary/target-term.ts';
import {
  createMemory,
  findSimilar,
  type KnownPairs,
  type Memory,
  type MemoryEntry,
  memoryOf,
  type Sentence,
} from '../memory/index.ts';
import type { Entry, Language, Pair, TranslationRequest } from '../model.ts';
import { isConfidential } from '../paths/document-rules.ts';
import type { Settings } from '../settings.ts';
import { codesOf, engineText, withoutCodes } from './codes.ts';
import { openImported } from './imported.ts';
import { leftPairs } from './left-pairs.ts';
import { matchSegments } from './match.ts';
import type { MatchedEntry } from './matching.ts';
import { needsTarget } from './needs-target.ts';
import { openTranslations, type Translation } from './open.ts';
import { type Problem, type Project, translationPaths } from './project.ts';
import { type Asker, type Route, requestMap } from './request-map.ts';
import { isEditedInReview } from './settle.ts';
import { termsIn } from './terms.ts';

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
  const finder = createTermFinder(project.glossary);
  const planned = translations
    .filter(({ files }) => scope.isSelected(files))
    .map((translation) => {
      const memory = memories.get(translation.languages.target) ?? createMemory({});
      const route = scope.routeOf?.(translation.document.path) ?? [];
      return {
        ...translation,
        route,
        matched: matchSegments(translation, { memory, finder, settings: project.settings }),
      };
    });
  const inOrder = planned.toSorted((a, b) => (a.files.path < b.files.path ? -1 : 1));
  const requests = inOrder.flatMap((translation) => {
    const memory = memories.get(translation.languages.target);
    return requestsOf(translation, {
      finder,
      similarTo: (source) => {
        const sentence = { source, path: translation.document.path };
        return memory && similar(sentence, translation.route, { memory, settings: project.settings });
      },
    });
  });
  const own = [
    ...problems.filter((problem) => isAsked(problem, project.settings, scope)),
    // What no sentence was looked up in, nobody asked about.
    ...imported.problems(),
  ];
  const others = translations.filter(({ files }) => !scope.isSelected(files));
  return { translations: planned, others, requests: unique(requests), problems: own, finder };
}

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
  const { orphans = [], head = [], left = [] } = project.earlier[language] ?? {};
  return {
    tree: [...here.flatMap(({ tree }) => tree), ...orphans, ...leftOut(language, translations, project)],
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

/** What an engine may see of the memory: not what is confidential, unless it never leaves the machine. */
function similar(sentence: Sentence, route: Route, { memory, settings }: Known): Pair | undefined {
  if (route.length === 0 || route.every(isFakeEngine)) return undefined;
  const isOpen = !route.some(isRemoteEngine);
  return findSimilar(memory, sentence, ({ path }) => isOpen || !isConfidential(path, settings));
}

interface Known {
  readonly memory: Memory;
  readonly settings: Settings;
}

interface Helps {
  readonly finder: TermFinder;
  /** The most similar reviewed sentence. */
  similarTo(text: string): Pair | undefined;
}

function requestsOf(
  { document, languages, matched, route }: PlannedTranslation,
  { finder, similarTo }: Helps,
): readonly PlannedRequest[] {
  const open = matched.filter(({ entry, segment }) => segment !== undefined && needsTarget(entry, route[0]));
  if (open.length === 0) return [];
  const { segments } = document;
  const texts = segments.map((segment) => engineText(segment, document));
  const plainTexts = texts.map(withoutCodes);
  const places = new Map(segments.map((segment, at) => [segment, at]));
  return open.flatMap(({ entry, segment, basis }) => {
    const at = segment && places.get(segment);
    const text = texts[at ?? -1];
    if (segment === undefined || at === undefined || text === undefined) return [];
    const context = { before: plainTexts[at - 1] ?? '', after: plainTexts[at + 1] ?? '' };
    const unit = document.units[segment.unit] ?? anyUnit;
    const terms = termsIn(segment.text, { unit, format: document.format }, finder).flatMap(({ entry, surface }) => {
      const { preferred = '' } = targetTerm(entry, languages.target) ?? {};
      return preferred === '' || entry.status === 'deprecated' ? [] : [{ source: surface, target: preferred }];
    });
    const { previous } = entry;
    const match = previous === undefined ? (basis ?? similarTo(segment.text)) : undefined;
    return [{ languages, route, document: document.path, request: { text, context, terms, previous, match } }];
  });
}

/** A sentence is asked for once, wherever it stands. */
function unique(requests: readonly PlannedRequest[]): readonly PlannedRequest[] {
  const known = requestMap<true>();
  return requests.filter((planned) => {
    const { text } = planned.request;
    const isFirst = known.get(planned, text) === undefined;
    if (isFirst) known.set(planned, text, true);
    return isFirst;
  });
}
