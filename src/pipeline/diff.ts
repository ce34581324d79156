import { idsOf } from '../ids.ts';
import type { Entry, Language, Place, ReviewFile } from '../model.ts';
import { placeOf } from '../review-file/index.ts';
import type { EntryFinding } from './checking/check.ts';
import { groupEntries, mergedEntry } from './matching/groups.ts';
import { pairSegments } from './matching/pair-segments.ts';

/**
 * What happened to a sentence: it is new, its source changed, it is gone, its target changed, or only its
 * state did.
 */
export type ChangeKind = 'new' | 'changed' | 'removed' | 'target' | 'state';

export interface SentenceChange {
  readonly kind: ChangeKind;
  readonly id: string;
  readonly before?: Entry | undefined;
  readonly after?: Entry | undefined;
  readonly findings: readonly EntryFinding[];
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
}

/** Compares the entries of a review file with what they were, in document order; what is gone comes last. */
export function diffEntries(
  before: readonly Entry[],
  review: ReviewFile,
  findings: readonly EntryFinding[],
): readonly SentenceChange[] {
  const after = review.entries;
  const ids = idsOf(review, after);
  const { earlier, kept } = earlierOf(before, after);
  const found = new Map<Entry, EntryFinding[]>();
  for (const finding of findings) found.set(finding.entry, [...(found.get(finding.entry) ?? []), finding]);
  const changes = after.flatMap((entry): readonly SentenceChange[] => {
    const old = earlier.get(entry);
    const kind = kindOf(old, entry);
    if (kind === undefined) return [];
    const own = found.get(entry) ?? [];
    return [
      { kind, id: ids.get(entry) ?? '', before: old, after: entry, findings: own, place: placeOf(review, entry) },
    ];
  });
  const gone = before.filter((entry) => !kept.has(entry) && !entry.joined);
  const oldIds = idsOf(review, before);
  const place = { file: review.path, line: 1, column: 1 };
  return [
    ...changes,
    ...gone.map(
      (entry): SentenceChange => ({ kind: 'removed', id: oldIds.get(entry) ?? '', before: entry, findings: [], place }),
    ),
  ];
}

interface Earlier {
  /** For each entry what it was before; of merged sentences what they were together. */
  readonly earlier: ReadonlyMap<Entry, Entry>;
  /** All that something became of. */
  readonly kept: ReadonlySet<Entry>;
}

function earlierOf(before: readonly Entry[], after: readonly Entry[]): Earlier {
  const withSource = after.filter(({ source }) => source !== undefined);
  const { kept, changed } = pairSegments(
    withSource.map(({ source }) => source ?? ''),
    groupEntries(before),
  );
  const earlier = new Map<Entry, Entry>();
  for (const [at, { entry }] of kept) set(earlier, withSource[at], entry);
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
  return { earlier, kept: new Set([...earlier.values(), ...parts]) };
}

function set(earlier: Map<Entry, Entry>, entry: Entry | undefined, old: Entry | undefined): void {
  if (entry !== undefined && old !== undefined) earlier.set(entry, old);
}

function kindOf(before: Entry | undefined, after: Entry): ChangeKind | undefined {
  if (before === undefined) return 'new';
  if (before.source?.normalize('NFC') !== after.source?.normalize('NFC')) return 'changed';
  if (before.target !== after.target || before.joined !== after.joined) return 'target';
  return before.state === after.state ? undefined : 'state';
}
