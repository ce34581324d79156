import type { Entry } from '../../model.ts';
import { isPersons, isSameText, rightful } from './rightful.ts';

/** A sentence's entry as two branches have it, and as it was before, where that is known. */
export interface Versions {
  readonly sides: readonly [Entry, Entry];
  readonly base?: Entry | undefined;
}

/** An entry, and which of the sides' it is. */
export interface Settled {
  readonly of: Entry;
  readonly entry: Entry;
}

/**
 * The entry that both branches come to: one; or that of either side, with different texts of persons. What people wrote
 * beside the texts is in each of them.
 */
export function settleSentence(versions: Versions): readonly Settled[] {
  const [one, other] = versions.sides;
  const note = settleNote(versions);
  const unit = settleField('unit', versions, (one, other) => one ?? other);
  const silenced = settleField('ignore', versions, union);
  return contenders(versions).map((entry) => {
    // Silenced is what a check finds in this text.
    const ignore = isSameText(one, other) ? silenced : entry.ignore;
    return { of: entry, entry: { ...entry, unit, note, ignore } };
  });
}

/** Two different notes are both kept. */
export function settleNote(versions: Versions): string | undefined {
  return settleField('note', versions, joinNotes);
}

/** A side that changed nothing yields; and one that left a text as it was, where the other has a new one of as much worth. */
function contenders({ sides: [one, other], base }: Versions): readonly Entry[] {
  if (isSame(one, other)) return [one];
  if (base !== undefined) {
    if (isSame(one, base)) return [other];
    if (isSame(other, base)) return [one];
    const areEqual = isPersons(one) === isPersons(base) && isPersons(other) === isPersons(base);
    if (areEqual && !isSameText(one, other)) {
      if (isSameText(one, base)) return [other];
      if (isSameText(other, base)) return [one];
    }
  }
  return rightful([one, other]);
}

/** Whether two entries say the same of the target, and how it came about. */
export function isSame(one: Entry, other: Entry): boolean {
  return said.every((field) => JSON.stringify(one[field]) === JSON.stringify(other[field]));
}

const said = ['target', 'state', 'machine', 'joined', 'replaced', 'previous'] as const;

type Field = 'note' | 'unit' | 'ignore';

/** What both say, or the only one that changed it; else what is made `ofBoth`. */
function settleField<Name extends Field>(
  name: Name,
  { sides: [one, other], base }: Versions,
  ofBoth: (one: Entry[Name], other: Entry[Name]) => Entry[Name],
): Entry[Name] {
  const says = (entry: Entry) => JSON.stringify(entry[name]);
  if (says(one) === says(other)) return one[name];
  if (base !== undefined && says(one) === says(base)) return other[name];
  if (base !== undefined && says(other) === says(base)) return one[name];
  return ofBoth(one[name], other[name]);
}

const between = '\n---\n';

/** Both notes, each once, in a fixed order. */
function joinNotes(one: string | undefined, other: string | undefined): string | undefined {
  const notes = [one, other].flatMap((note) => note?.split(between) ?? []);
  return notes.length === 0 ? undefined : [...new Set(notes)].toSorted().join(between);
}

function union(one: Entry['ignore'], other: Entry['ignore']): Entry['ignore'] {
  const all = [...new Set([...(one ?? []), ...(other ?? [])])].toSorted();
  return all.length === 0 ? undefined : all;
}
