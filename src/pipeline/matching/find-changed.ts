import { sentenceSplitter } from '../../languages/sentences/index.ts';
import type { Entry, Pair } from '../../model.ts';
import { isReviewed } from '../../states.ts';
import { isEditedInReview, isMissing } from '../adoption/settle.ts';
import { reviewAsRead } from '../moved.ts';
import type { Translation } from '../open.ts';
import { splitterOf } from '../split-unit.ts';
import { type Carried, carryCut, carryOver, partsOf } from './carry-over.ts';
import { findAlike, findExact, readingAt } from './find-new.ts';
import { formersOf, reviewedPair } from './former.ts';
import { type Bead, joinTexts, type OldGroup } from './groups.ts';
import type { Found, Matching } from './matching.ts';

/** What sentences that changed get, from the place `at` of the bead on: this one of them, or all that are left as one. */
export function findChanged(bead: Bead, at: number, matching: Matching): readonly Found[] {
  if (at !== bead.places[0]) return [findRest(bead, at, matching)];
  return (bead.places.length > 1 ? findTogether(bead, matching) : undefined) ?? [findFirst(bead, at, matching)];
}

/** Several sentences that stand where fewer stood, and whose target is there. */
function findTogether(bead: Bead, matching: Matching): readonly Found[] | undefined {
  const { document, languages } = matching.translation;
  const members = bead.places.map((place) => document.segments[place]);
  const sources = members.map((segment) => segment?.text ?? '');
  const carried = carriedOver(bead, sources.join(' '), matching) ?? editedToo(bead, matching.translation);
  if (carried === undefined) return undefined;
  const { match, basis, entry } = carried;
  const parts = match === 'resegmented' ? partsOf(entry.target, sources, splitFor(matching), languages) : undefined;
  if (parts !== undefined)
    return parts.map((target, nth) => ({
      match,
      basis,
      entry: { ...entry, target, previous: undefined, ...(nth > 0 && noNote) },
    }));
  const isRow = bead.places.every((place, nth) => place === bead.places[0]! + nth);
  if (!isRow || members.some((segment) => segment?.unit !== members[0]?.unit)) return undefined;
  const rest: Found = { match, basis, entry: { target: '', state: entry.state, joined: true } };
  return [carried, ...members.slice(1).map(() => rest)];
}

const noNote = { note: undefined, lines: undefined, ignore: undefined } as const;

function splitFor({ translation: { document, languages }, settings }: Matching) {
  return splitterOf(document.format, sentenceSplitter(languages.target, settings.sentences));
}

/** Its own earlier pair restored, what a person wrote for it, the memory's target, one carried over, or none yet. */
function findFirst(bead: Bead, at: number, matching: Matching): Found {
  const source = matching.translation.document.segments[at]?.text ?? '';
  const own = restored(bead, source) ?? carriedCut(bead, source) ?? editedToo(bead, matching.translation);
  if (own !== undefined) return own;
  const previous = reviewedPair(bead);
  const entry: Entry = { ...keptOf(bead), target: '', state: 'initial', previous };
  const exact = findExact(entry, at, matching);
  if (exact.match !== undefined) return exact;
  const carried = bead.places.length === 1 ? carriedOver(bead, source, matching) : undefined;
  return carried ?? findAlike(entry, at, matching) ?? { entry, basis: previous ?? formersOf(bead)[0] };
}

/** What stood here is the first one's to show; the engine gets to see it for the others as well. */
function findRest(bead: Bead, at: number, matching: Matching): Found {
  const entry: Entry = { target: '', state: 'initial' };
  const exact = findExact(entry, at, matching);
  if (exact.match !== undefined) return exact;
  return findAlike(entry, at, matching) ?? { entry, basis: reviewedPair(bead) ?? formersOf(bead)[0] };
}

/** Changed and changed back. */
function restored({ groups }: Bead, source: string): Found | undefined {
  const previous = groups.length === 1 ? groups[0]?.entries[0]?.previous : undefined;
  if (previous?.source.normalize('NFC') !== source.normalize('NFC') || previous === undefined) return undefined;
  const entry: Entry = { ...keptOf({ groups, places: [] }), target: previous.target, state: 'reviewed' };
  return { match: 'restored', entry };
}

function carriedOver(bead: Bead, source: string, matching: Matching): Found | undefined {
  const cut = carriedCut(bead, source);
  if (cut !== undefined) return cut;
  const reading = readingAt(bead.places[0] ?? 0, matching);
  for (const former of formersOf(bead)) {
    const carried = carryOver(former, source, reading);
    if (carried !== undefined) return asFound(carried, bead);
  }
  return undefined;
}

/** One that is cut as before is none, whatever its blanks. */
function carriedCut(bead: Bead, source: string): Found | undefined {
  if (bead.groups.length + bead.places.length === 2) return undefined;
  for (const former of formersOf(bead)) {
    const carried = carryCut(former, source);
    if (carried !== undefined) return asFound(carried, bead);
  }
  return undefined;
}

function asFound({ match, basis, found }: Carried, bead: Bead): Found {
  const ignore = match === 'resegmented' ? bead.groups[0]?.entries[0]?.ignore : undefined;
  const previous = isReviewed(found) ? undefined : reviewedPair(bead);
  return { match, basis, entry: { ...keptOf(bead), ...found, ignore, previous } };
}

/** What people said of sentences, whatever becomes of their targets. */
function keptOf({ groups }: Bead): Pick<Entry, 'note' | 'written' | 'lines'> {
  const head = groups[0]?.entries[0];
  // The translated file never had anything for it.
  const written = head !== undefined && isMissing(head) ? head.written : undefined;
  const notes = groups.flatMap(({ entries: [head] }) => head?.note ?? []);
  const note = notes.length === 0 ? undefined : [...new Set(notes)].join('\n');
  return { note, written, lines: head?.lines };
}

/** Source and target were changed in one go. Whether one was meant for the other only a person knows. */
function editedToo({ groups, places }: Bead, translation: Translation): Found | undefined {
  const heads = groups.flatMap(({ entries }) => (entries.length === 1 ? entries : []));
  const isEdited = heads.some((head) => head.target !== '' && translation.edited.has(head));
  if (!isEdited || heads.length < groups.length) return undefined;
  const previous = pairsBefore(groups, translation);
  const target = joinTexts(heads.map((head) => head.target));
  return { entry: { ...keptOf({ groups, places }), target, state: 'translated', previous } };
}

/** The last reviewed pairs before a person edited the targets, as one. */
function pairsBefore(groups: readonly OldGroup[], translation: Translation): Pair | undefined {
  const pairs = groups.flatMap(({ entries: [head] }) => (head && pairBefore(head, translation)) ?? []);
  const [first] = pairs;
  if (groups.length === 1 || pairs.length < groups.length) return first;
  return { source: joinTexts(pairs.map(({ source }) => source)), target: joinTexts(pairs.map(({ target }) => target)) };
}

/** Which the review file still has where the other file was edited. */
function pairBefore(head: Entry, { files }: Translation): Pair | undefined {
  const before = reviewAsRead(files)?.entries.find(
    ({ lines }) => lines !== undefined && lines.start === head.lines?.start,
  );
  if (before?.source === undefined || before.target === '') return head.previous;
  return isReviewed(before) && !isEditedInReview(before)
    ? { source: before.source, target: before.target }
    : before.previous;
}
