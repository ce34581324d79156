import type { Entry } from '../../model.ts';
import type { Bead, OldGroup } from '../matching/groups.ts';
import { pairSegments } from '../matching/pair-segments.ts';

/** An entry as either side has it, and as it was. */
export interface Aligned {
  readonly one?: Entry | undefined;
  readonly other?: Entry | undefined;
  readonly base?: Entry | undefined;
}

/** The entries of two branches, and of what both come from, where that is known. */
export interface Sides {
  readonly one: readonly Entry[];
  readonly other: readonly Entry[];
  readonly base?: readonly Entry[] | undefined;
}

/**
 * Entries of the same sentence side by side, told by their neighbours where it stands several times, and those that were
 * one sentence in the base. The order is that of the side that moved something.
 */
export function alignSides({ one, other, base = [] }: Sides): readonly Aligned[] {
  const was = new Map([...pair(one, base), ...pair(other, base)]);
  const partners = partnersOf({ one, other }, was);
  const rows = new Map<Entry, Aligned>();
  for (const entry of one) {
    const twin = partners.get(entry);
    if (twin === copy) continue;
    const row = { one: entry, other: twin, base: was.get(entry) ?? (twin && was.get(twin)) };
    rows.set(entry, row);
    if (twin !== undefined) rows.set(twin, row);
  }
  const isCopied = new Set([...partners].flatMap(([entry, twin]) => (twin === copy ? [entry] : [])));
  for (const entry of other)
    if (!rows.has(entry) && !isCopied.has(entry)) rows.set(entry, { other: entry, base: was.get(entry) });
  const isMoved = !isInOrder(
    one.flatMap((entry) => was.get(entry) ?? []),
    base,
  );
  return isMoved ? inOrder(one, other, rows) : inOrder(other, one, rows);
}

/** Stands for a partner of what git put into both sides, while its sentence is still where it was in one of them. */
const copy: Entry = { target: '', state: 'initial' };

/** By entries of the one side those of the other. */
function partnersOf({ one, other }: Sides, was: ReadonlyMap<Entry, Entry>): ReadonlyMap<Entry, Entry> {
  const partners = new Map([...pair(one, other)].filter(([entry, twin]) => isSameSentence(entry, twin)));
  const twins = new Map([...partners].map(([entry, twin]) => [twin, entry]));
  const heirs = new Map(other.map((entry) => [was.get(entry), entry]));
  for (const entry of one) {
    const heir = heirs.get(was.get(entry) ?? copy);
    if (heir === undefined || partners.get(entry) === heir) continue;
    const others = [partners.get(entry), twins.get(heir)].filter((each) => each !== undefined);
    // A side that moved a sentence has it once, and so has git's version of the other where the conflict is elsewhere.
    if (!others.every((each) => !was.has(each) && (isEqual(each, entry) || isEqual(each, heir)))) continue;
    for (const each of others) partners.set(each, copy);
    partners.set(entry, heir);
  }
  return partners;
}

function isEqual(one: Entry, other: Entry): boolean {
  const textOf = ({ lines, place, ...entry }: Entry) => JSON.stringify(entry);
  return textOf(one) === textOf(other);
}

/** The same sentence, or the same text that a person added. */
export function isSameSentence(one: Entry, other: Entry): boolean {
  return keyOf(one) === keyOf(other);
}

const keyOf = ({ source, target }: Entry): string => (source ?? `+${target}`).normalize('NFC');

/** Entries with what they were: the same sentence, or what stands in the same gap and is alike. */
function pair(entries: readonly Entry[], earlier: readonly Entry[]): ReadonlyMap<Entry, Entry> {
  const groups = earlier.map((entry): OldGroup => ({ entries: [{ ...entry, source: keyOf(entry) }], added: [] }));
  const origins = new Map(groups.map((group, at) => [group, earlier[at]]));
  const { kept, changed } = pairSegments(entries.map(keyOf), groups);
  return new Map(
    entries.flatMap((entry, at): readonly [Entry, Entry][] => {
      const was = origins.get(kept.get(at)?.group ?? firstOf(changed.get(at), at) ?? noGroup);
      const isKin = was !== undefined && (was.source === undefined) === (entry.source === undefined);
      return isKin ? [[entry, was]] : [];
    }),
  );
}

/** Of sentences that were split or merged the first goes with the first. */
const firstOf = (bead: Bead | undefined, at: number): OldGroup | undefined =>
  bead?.places[0] === at ? bead.groups[0] : undefined;

const noGroup: OldGroup = { entries: [], added: [] };

function isInOrder(entries: readonly Entry[], all: readonly Entry[]): boolean {
  const places = new Map(all.map((entry, at) => [entry, at]));
  const order = entries.map((entry) => places.get(entry) ?? -1);
  return order.every((place, at) => at === 0 || (order[at - 1] ?? -1) < place);
}

/** Rows in the order of a side; what only the rest has stands behind what it follows there. */
function inOrder(
  spine: readonly Entry[],
  rest: readonly Entry[],
  rows: ReadonlyMap<Entry, Aligned>,
): readonly Aligned[] {
  const ordered = spine.flatMap((entry) => rows.get(entry) ?? []);
  let at = 0;
  for (const entry of rest) {
    const row = rows.get(entry) ?? {};
    const place = ordered.indexOf(row);
    at = place < 0 ? at : place;
    if (place < 0) ordered.splice(at, 0, row);
    at += 1;
  }
  return ordered;
}
