import { groupsOf } from '../memory/index.ts';
import type { Language, Place } from '../model.ts';
import { countWords } from './count-words.ts';
import type { Problem, Project } from './project.ts';
import { importedIn, type RememberedPair, rememberedIn } from './remembered.ts';

/** What the memory knows in a language. */
export interface MemoryStats {
  readonly language: Language;
  /** With a pair that people accepted. */
  readonly documents: number;
  /** Where pairs come from: as they stand, before the source changed, of the last commit where it differs, of sentences that are gone. */
  readonly pairs: Readonly<Record<'reviewed' | 'final' | 'previous' | 'head' | 'left' | 'imported', number>>;
  /** Of the sources that stand; and in Unicode code points. */
  readonly words: number;
  readonly characters: number;
  /** Those that stand most often first. */
  readonly inconsistent: readonly Inconsistent[];
  readonly problems: readonly Problem[];
}

/** A source that people translated in several ways. */
export interface Inconsistent {
  readonly source: string;
  readonly count: number;
  /** The most frequent first. */
  readonly targets: readonly { readonly target: string; readonly places: readonly Partial<Place>[] }[];
}

export function memoryStats(project: Project, language: Language): MemoryStats {
  const pairs = rememberedIn(project, language);
  const { head = [], left = [] } = project.earlier[language] ?? {};
  const count = (state: RememberedPair['state']) => pairs.filter((pair) => pair.state === state).length;
  const imported = importedIn(project, language);
  return {
    language,
    documents: new Set(pairs.map(({ document }) => document)).size,
    pairs: {
      reviewed: count('reviewed'),
      final: count('final'),
      previous: previousIn(project, language),
      head: head.length,
      left: left.length,
      imported: imported.units.length,
    },
    words: countWords(
      pairs.map(({ source }) => source),
      project.settings.source,
    ),
    characters: pairs.reduce((sum, { source }) => sum + [...source].length, 0),
    inconsistent: inconsistentIn(pairs),
    problems: imported.problems,
  };
}

function previousIn({ translations }: Project, language: Language): number {
  const entries = translations.flatMap((files) =>
    files.language === language && files.review !== undefined && 'entries' in files.review ? files.review.entries : [],
  );
  return groupsOf(entries).filter(({ head }) => head.previous !== undefined).length;
}

function inconsistentIn(pairs: readonly RememberedPair[]): readonly Inconsistent[] {
  const bySource = groupBy(pairs, ({ source }) => source.normalize('NFC'));
  return [...bySource.values()]
    .map((own) => ({ own, targets: [...groupBy(own, ({ target }) => target.normalize('NFC')).values()] }))
    .filter(({ targets }) => targets.length > 1)
    .toSorted((a, b) => b.own.length - a.own.length)
    .map(({ own, targets }) => ({
      source: own[0]!.source,
      count: own.length,
      targets: targets
        .toSorted((a, b) => b.length - a.length)
        .map((same) => ({ target: same[0]!.target, places: same.map(({ place }) => place) })),
    }));
}

function groupBy<Item>(items: readonly Item[], nameOf: (item: Item) => string): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const name = nameOf(item);
    const known = groups.get(name);
    if (known === undefined) groups.set(name, [item]);
    else known.push(item);
  }
  return groups;
}
