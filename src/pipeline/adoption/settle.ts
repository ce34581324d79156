import { collapse, fingerprint } from '../../fingerprint.ts';
import type { Entry } from '../../model.ts';
import type { Settings } from '../../settings.ts';
import { isReviewed, noMachine } from '../../states.ts';

/** An entry after the three-way comparison of its base (`written:`) with the review file and the translated file. */
export type Settled =
  | { readonly kind: 'same' | 'edited'; readonly entry: Entry }
  | { readonly kind: 'conflict'; readonly entry: Entry; readonly inFile: string };

/** The side that differs from the base was edited by a person; both differing, differently, is a conflict. */
export function settle(entry: Entry, inFile: string | undefined, { onEdit }: Settings): Settled {
  if (entry.joined) return { kind: 'same', entry };
  if (isWithoutBase(entry, inFile)) return { kind: 'same', entry: accepted(entry) };
  const inReview = isEditedInReview(entry);
  if (inFile === undefined || !isEditedInFile(entry, inFile)) {
    return inReview
      ? { kind: 'edited', entry: edited(entry, entry.target, onEdit) }
      : { kind: 'same', entry: accepted(demoted(reformatted(entry, inFile))) };
  }
  if (!inReview) return { kind: 'edited', entry: { ...edited(entry, inFile, onEdit), ignore: undefined } };
  if (collapse(inFile) === collapse(entry.target))
    return { kind: 'edited', entry: edited(entry, entry.target, onEdit) };
  return { kind: 'conflict', entry, inFile };
}

/** What an entry shows in the translated file: its target; without one what stands in for it. */
export function shownText(entry: Entry): string {
  if (entry.joined || isMissing(entry)) return '';
  return entry.state === 'initial' && entry.target === '' ? standIn(entry) : entry.target;
}

/** The last reviewed target, else the source. */
export function standIn({ previous, source = '' }: Entry): string {
  return previous?.target ?? source;
}

/** The translated file never had anything for it, as `adopt` found it; nothing stands in for it there. */
export function isMissing({ state, target, written }: Entry): boolean {
  return state === 'initial' && target === '' && written === nothing;
}

/** `written:` of what shows nothing. */
export const nothing = fingerprint('');

/** What the entry says is not what wordferry last wrote. */
export function isEditedInReview(entry: Entry): boolean {
  const { state, target, written } = entry;
  if (state === 'initial' && target === '') return false;
  const isFallback = state === 'initial' && collapse(target) === collapse(standIn(entry));
  return isFallback || fingerprint(target) !== written;
}

/** Somebody took `written:` away: who wrote what is not known, but both files agree. */
function isWithoutBase({ state, target, written }: Entry, inFile: string | undefined): boolean {
  if (written !== undefined || state === 'initial') return false;
  return inFile !== undefined && collapse(inFile) === collapse(target);
}

function isEditedInFile(entry: Entry, inFile: string): boolean {
  // An entry that a person typed into the review file is not in the translated file yet.
  if (entry.written === undefined && inFile === '') return false;
  return fingerprint(inFile) !== (entry.written ?? fingerprint(shownText(entry)));
}

function edited(entry: Entry, target: string, state: Settings['onEdit']): Entry {
  const previous = state === 'reviewed' ? undefined : entry.previous;
  return { ...entry, ...noMachine, target, state, previous };
}

/** A reviewed target has no machine and no earlier pair any more, whoever changed the word after `state:`. */
function accepted(entry: Entry): Entry {
  const { machine, replaced, previous } = entry;
  if (!isReviewed(entry) || [machine, replaced, previous].every((one) => one === undefined)) return entry;
  return { ...entry, ...noMachine, previous: undefined };
}

/** A person put the state back and left the target: it is there, and nobody stands behind it. */
function demoted(entry: Entry): Entry {
  return entry.state === 'initial' && entry.target !== '' ? { ...entry, state: 'translated' } : entry;
}

/**
 * White space that a formatter changed is kept and is no edit. Which side is newer nobody knows: the shorter text is, and
 * of two equally long ones that with more no-break or narrow blanks, which somebody typed.
 */
function reformatted(entry: Entry, inFile: string | undefined): Entry {
  if (inFile === undefined || entry.target === '') return entry;
  const more = entry.target.length - inFile.length || specialBlanks(inFile) - specialBlanks(entry.target);
  return more > 0 ? { ...entry, target: inFile } : entry;
}

const specialBlanks = (text: string): number => text.match(/[^\S \t\r\n]/g)?.length ?? 0;
