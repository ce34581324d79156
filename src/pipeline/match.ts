import { lookUp, type Memory } from '../memory/index.ts';
import type { Document, Entry, MatchKind, Pair, Segment } from '../model.ts';
import { isFake, isReviewed, noMachine } from '../states.ts';
import { addedAfter } from './added-text.ts';
import type { Translation } from './open.ts';
import { groupEntries, type Kept, type OldGroup, type Pairing, pairSegments, sourceOf } from './pair-segments.ts';
import { type Found, rejoin } from './rejoin.ts';
import { isEditedInReview, isMissing } from './settle.ts';
import { unitName } from './units.ts';

/** An entry as far as review file and memory know it. */
export interface MatchedEntry {
  readonly entry: Entry;
  /** Absent for text that a person added, which has no segment. */
  readonly segment?: Segment | undefined;
  /** How its target was found; absent where none was. */
  readonly match?: MatchKind | undefined;
}

/** Matching steps 1–4: unchanged, moved, in the memory with its neighbours, in the memory. */
export function matchSegments(translation: Translation, memory: Memory): readonly MatchedEntry[] {
  const { document } = translation;
  const groups = groupEntries(translation.entries);
  const pairing = pairSegments(
    document.segments.map(({ text }) => text),
    groups,
  );
  const added = addedAfter(groups, pairing, (at) => endOfUnit(document, at));
  const addedAt = (at: number) => [...(added.sentences.get(at) ?? []), ...(added.units.get(at) ?? [])];
  const found = document.segments.map(({ text: source }, at) => {
    const kept = pairing.kept.get(at);
    const { entry, ...how } = kept ? refresh(kept, document, at, memory) : findNew(translation, at, pairing, memory);
    return { ...how, entry: { ...entry, source } };
  });
  const matched = rejoin(document, found, memory).flatMap(({ entry, match }, at): readonly MatchedEntry[] => {
    const own = { entry: { ...entry, unit: unitName(document, at) }, segment: document.segments[at], match };
    return [own, ...addedAt(at).map((entry) => ({ entry }))];
  });
  return [...addedAt(-1).map((entry) => ({ entry })), ...matched];
}

/** Whether an engine has to be asked: there is no target, or one of a fake engine, which any other replaces. */
export function needsTarget(entry: Entry, engine: string | undefined): boolean {
  if (entry.source === undefined || entry.joined) return false;
  if (entry.target === '' && entry.state === 'initial') return true;
  return engine !== undefined && isFake(entry) && entry.machine?.split(' ', 1)[0] !== engine;
}

/** The last segment of the unit that a segment stands in; −1 for what stands before all. */
function endOfUnit({ segments }: Document, at: number): number {
  let end = at;
  while (at >= 0 && segments[end + 1]?.unit === segments[at]?.unit) end += 1;
  return end;
}

/** A sentence that is new or changed: its own earlier pair restored, or the memory's target, or none yet. */
function findNew(translation: Translation, at: number, pairing: Pairing, memory: Memory): Found {
  const { document } = translation;
  const source = document.segments[at]?.text ?? '';
  const changed = pairing.changed.get(at);
  const head = changed?.entries[0];
  const written = head && isMissing(head) ? head.written : undefined;
  const kept: Entry = { source, target: '', state: 'initial', note: head?.note, written, lines: head?.lines };
  if (head?.previous?.source.normalize('NFC') === source.normalize('NFC')) {
    return { match: 'restored', entry: { ...kept, target: head.previous.target, state: 'reviewed' } };
  }
  if (changed !== undefined && isEditedToo(changed, translation))
    return {
      entry: { ...kept, target: head?.target ?? '', state: 'translated', previous: pairBefore(changed, translation) },
    };
  return remember({ ...kept, previous: changed && reviewedPair(changed) }, document, at, memory);
}

/** Source and target were changed in one go. Whether one was meant for the other only a person knows. */
function isEditedToo({ entries: [head, ...others] }: OldGroup, { edited }: Translation): boolean {
  return head !== undefined && others.length === 0 && head.target !== '' && edited.has(head);
}

/** The last reviewed pair before a person edited the target, which the review file still has where the other file was edited. */
function pairBefore({ entries: [head] }: OldGroup, { files: { review } }: Translation): Pair | undefined {
  const entries = review !== undefined && 'entries' in review ? review.entries : [];
  const before = entries.find(({ lines }) => lines !== undefined && lines.start === head?.lines?.start);
  if (before?.source === undefined || before.target === '') return head?.previous;
  return isReviewed(before) && !isEditedInReview(before)
    ? { source: before.source, target: before.target }
    : before.previous;
}

/** A sentence that still waits for its target may have got one from elsewhere. */
function refresh(kept: Kept, document: Document, at: number, memory: Memory): Found {
  if (!needsTarget(kept.entry, 'memory')) return kept;
  const found = remember(kept.entry, document, at, memory);
  // Drafts are known once their own run has ended, which is too late for the sentences of that run.
  return found.match === undefined || found.isDraft ? kept : found;
}

/** Steps 3 and 4: the memory's target, reviewed where the neighbours are the same too. */
function remember(entry: Entry, { path, segments }: Document, at: number, memory: Memory): Found {
  const [before = '', source = '', after = ''] = [at - 1, at, at + 1].map((index) => segments[index]?.text);
  const match = lookUp(memory, { source, path, before, after });
  if (match === undefined) return { entry };
  const { kind, target, isDraft } = match;
  if (kind === 'context')
    return { match: kind, entry: { ...entry, ...noMachine, target, state: 'reviewed', previous: undefined } };
  return { match: kind, isDraft, entry: { ...entry, target, state: 'translated', ...noMachine, machine: 'memory' } };
}

/** The last pair that a person had reviewed: the group's own, or what it was keeping. */
function reviewedPair(group: OldGroup): Pair | undefined {
  const [head] = group.entries;
  if (head === undefined) return undefined;
  return isReviewed(head) && head.target !== '' ? { source: sourceOf(group), target: head.target } : head.previous;
}
