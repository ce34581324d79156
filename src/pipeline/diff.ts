import type { TermFinder } from '../glossary/find.ts';
import { idsOf } from '../ids.ts';
import { similarity, tokensOf } from '../memory/index.ts';
import type { Entry, Language, Pair, Place, ReviewFile } from '../model.ts';
import { placeOf } from '../review-file/index.ts';
import { changeTerms, type TermsOf } from './change-terms.ts';
import type { EntryFinding } from './checking/check.ts';
import { groupEntries, mergedEntry } from './matching/groups.ts';
import { pairSegments } from './matching/pair-segments.ts';
import type { TranslatedDocument } from './render-document.ts';

/**
 * What happened to a sentence: it is new; its source changed, and its target was written anew or `repaired`; its target
 * changed, `edited` by a person or by a machine; only its state did; it stands elsewhere; it is gone.
 */
export type ChangeKind = 'new' | 'changed' | 'repaired' | 'edited' | 'target' | 'state' | 'moved' | 'removed';

export interface SentenceChange {
  readonly kind: ChangeKind;
  readonly id: string;
  readonly before?: Entry | undefined;
  readonly after?: Entry | undefined;
  /** How alike both sources are, 0–100, where it changed. */
  readonly similarity?: number | undefined;
  readonly findings: readonly EntryFinding[];
  /** Glossary names in it, where nobody has looked at it yet. */
  readonly terms: readonly Pair[];
  /** In the review file. */
  readonly place: Place;
}

/** The changed sentences of a document in one language. */
export interface DocumentChange {
  /** Path of the source document. */
  readonly source: string;
  readonly language: Language;
  /** Path of the translated file. */
  readonly path: string;
  readonly changes: readonly SentenceChange[];
  /** Path of the translated file before its source was renamed. */
  readonly renamedFrom?: string | undefined;
}

/** What is known of the entries besides their texts. */
export interface ChangeContext {
  readonly findings: readonly EntryFinding[];
  readonly termsOf: TermsOf;
}

/** What a document was before. */
export interface Former {
  readonly entries: readonly Entry[];
  /** Of the translated file, where it stood elsewhere. */
  readonly path?: string | undefined;
}

/** A document beside what it was. */
export function diffDocument(translated: TranslatedDocument, former: Former, finder: TermFinder): DocumentChange {
  const { document, languages, files, review, findings } = translated;
  return {
    source: document.path,
    language: languages.target,
    path: files.path,
    renamedFrom: former.path,
    changes: diffEntries(former.entries, review, { findings, termsOf: changeTerms(translated, finder) }),
  };
}

/** Compares the entries of a review file with what they were, in document order; what is gone comes last. */
export function diffEntries(
  before: readonly Entry[],
  review: ReviewFile,
  { findings, termsOf }: ChangeContext,
): readonly SentenceChange[] {
  const after = review.entries;
  const ids = idsOf(review, after);
  const { earlier, kept, moved } = earlierOf(before, after);
  const found = new Map<Entry, EntryFinding[]>();
  for (const finding of findings) found.set(finding.entry, [...(found.get(finding.entry) ?? []), finding]);
  const changes = after.flatMap((entry): readonly SentenceChange[] => {
    const old = earlier.get(entry);
    const kind = kindOf(old, entry) ?? (moved.has(entry) ? 'moved' : undefined);
    if (kind === undefined) return [];
    const how = { kind, before: old, after: entry, similarity: similarityOf(old, entry) };
    const about = { findings: found.get(entry) ?? [], terms: termsOf(entry) };
    return [{ ...how, ...about, id: ids.get(entry) ?? '', place: placeOf(review, entry) }];
  });
  const gone = before.filter((entry) => !kept.has(entry) && !entry.joined);
  const oldIds = idsOf(review, before);
  const place = { file: review.path, line: 1, column: 1 };
  return [
    ...changes,
    ...gone.map((entry): SentenceChange => {
      const id = oldIds.get(entry) ?? '';
      return { kind: 'removed', id, before: entry, findings: [], terms: [], place };
    }),
  ];
}

interface Earlier {
  /** For each entry what it was before; of merged sentences what they were together. */
  readonly earlier: ReadonlyMap<Entry, Entry>;
  /** All that something became of. */
  readonly kept: ReadonlySet<Entry>;
  /** Those that stand elsewhere now. */
  readonly moved: ReadonlySet<Entry>;
}

function earlierOf(before: readonly Entry[], after: readonly Entry[]): Earlier {
  const withSource = after.filter(({ source }) => source !== undefined);
  const { kept, changed } = pairSegments(
    withSource.map(({ source }) => source ?? ''),
    groupEntries(before),
  );
  const earlier = new Map<Entry, Entry>();
  const moved = new Set<Entry>();
  for (const [at, { entry, match }] of kept) {
    const now = withSource[at];
    set(earlier, now, entry);
    if (now !== undefined && match === 'moved') moved.add(now);
  }
  for (const [at, { groups }] of changed) set(earlier, withSource[at], mergedEntry(groups));
  const added = before.filter(({ source }) => source === undefined);
  for (const entry of after.filter(({ source }) => source === undefined)) {
    set(
      earlier,
      entry,
      added.find(({ target }) => target === entry.target),
    );
  }
  const parts = [...changed.values()].flatMap(({ groups }) => groups.flatMap(({ entries }) => entries.slice(0, 1)));
  return { earlier, kept: new Set([...earlier.values(), ...parts]), moved };
}

function set(earlier: Map<Entry, Entry>, entry: Entry | undefined, old: Entry | undefined): void {
  if (entry !== undefined && old !== undefined) earlier.set(entry, old);
}

function kindOf(before: Entry | undefined, after: Entry): ChangeKind | undefined {
  if (before === undefined) return 'new';
  if (isOtherSource(before, after)) return after.machine?.startsWith('repair') ? 'repaired' : 'changed';
  if (before.target !== after.target || before.joined !== after.joined)
    return after.machine === undefined && after.state !== 'initial' ? 'edited' : 'target';
  return before.state === after.state ? undefined : 'state';
}

const isOtherSource = (before: Entry, after: Entry): boolean =>
  before.source?.normalize('NFC') !== after.source?.normalize('NFC');

function similarityOf(before: Entry | undefined, after: Entry): number | undefined {
  if (before?.source === undefined || after.source === undefined || !isOtherSource(before, after)) return undefined;
  return Math.floor(similarity(tokensOf(before.source), tokensOf(after.source)));
}
