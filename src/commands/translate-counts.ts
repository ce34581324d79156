import type { Entry, MatchKind } from '../model.ts';
import type { Plan, PlannedTranslation, Translated, TranslatedDocument } from '../pipeline/index.ts';
import { needsTarget } from '../pipeline/needs-target.ts';

/** How the sentences of a document got their targets. `engine`: from an engine; `waiting`: not at all. */
export type SentenceKind = MatchKind | 'engine' | 'waiting';

export interface DocumentCount {
  readonly path: string;
  readonly source: string;
  readonly language: string;
  readonly sentences: number;
  readonly kinds: Readonly<Partial<Record<SentenceKind, number>>>;
  readonly edited: number;
}

/** What a run would do. */
export function planCounts({ translations }: Plan): readonly DocumentCount[] {
  return translations.map((translation) => {
    const [engine] = translation.route;
    return countDocument(translation, (entry, match) =>
      needsTarget(entry, engine) ? (engine === undefined ? 'waiting' : 'engine') : (match ?? 'unchanged'),
    );
  });
}

/** What a run did. */
export function countsOf({ documents }: Translated): {
  readonly documents: readonly DocumentCount[];
  readonly waiting: number;
  /** Terms that were put right in what the engine answered. */
  readonly replaced: number;
  /** Findings of severity error. */
  readonly errors: number;
} {
  const counts = documents.map((document) => {
    const results = new Map(document.matched.map(({ entry }, at) => [entry, document.result[at]]));
    return countDocument(document, (entry, match) => kindOf(entry, results.get(entry) ?? entry, match));
  });
  return {
    documents: counts,
    waiting: counts.reduce((sum, { kinds }) => sum + (kinds.waiting ?? 0), 0),
    replaced: documents.reduce((sum, document) => sum + replacedIn(document), 0),
    errors: documents.reduce(
      (sum, { findings }) => sum + findings.filter(({ severity }) => severity === 'error').length,
      0,
    ),
  };
}

function replacedIn({ matched, result }: TranslatedDocument): number {
  const fresh = result.filter((after, at) => after.target !== matched[at]?.entry.target);
  return fresh.reduce((sum, { replaced = [] }) => sum + replaced.length, 0);
}

function kindOf(before: Entry, after: Entry, match: MatchKind | undefined): SentenceKind {
  if (after.state === 'initial' && !after.joined) return 'waiting';
  return before.target === after.target && before.machine === after.machine ? (match ?? 'unchanged') : 'engine';
}

function countDocument(
  translation: PlannedTranslation,
  kindOfEntry: (entry: Entry, match: MatchKind | undefined) => SentenceKind,
): DocumentCount {
  const { document, languages, files, matched, edited } = translation;
  const kinds: Partial<Record<SentenceKind, number>> = {};
  for (const { entry, segment, match } of matched) {
    if (segment === undefined) continue;
    const kind = kindOfEntry(entry, match);
    kinds[kind] = (kinds[kind] ?? 0) + 1;
  }
  return {
    path: files.path,
    source: document.path,
    language: languages.target,
    sentences: document.segments.length,
    kinds,
    edited: edited.size,
  };
}
