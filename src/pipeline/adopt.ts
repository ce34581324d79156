import { fingerprint } from '../fingerprint.ts';
import type { Entry, ReviewFile } from '../model.ts';
import { type PlacedEntry, placeAll } from './place-units.ts';
import { type Settled, settle, standIn } from './settle.ts';
import type { Reading } from './units.ts';

/** What people did to a translation since wordferry last wrote it. */
export interface Adoption {
  /** The entries with every edit taken over. */
  readonly entries: readonly Entry[];
  /** Those whose target a person changed, in either file. */
  readonly edited: readonly Entry[];
  /** Those that were changed in both files, differently: nothing of the document may be written. */
  readonly conflicts: readonly Conflict[];
}

export interface Conflict {
  readonly entry: Entry;
  readonly inFile: string;
}

/**
 * Takes over what people changed in the review file and in the translated file (`text`; absent where there is none).
 * `undefined`: paragraphs were split, merged or rewritten so that they cannot be told apart, or all were taken away.
 */
export function adoptEdits(review: ReviewFile, text: string | undefined, reading: Reading): Adoption | undefined {
  const entries = review.entries.map(parted).map(waiting);
  const placed =
    text === undefined
      ? entries.map((entry): PlacedEntry => ({ entry }))
      : placeAll(entries, text, review.languages.target, reading);
  if (placed === undefined) return undefined;
  const settled = placed.map(({ entry, inFile }) => settle(entry, inFile, reading.settings));
  return {
    entries: settled.map(({ entry }) => entry).filter(isLeft),
    edited: settled.filter(({ kind }) => kind === 'edited').map(({ entry }) => entry),
    conflicts: settled.filter((each): each is Settled & Conflict => each.kind === 'conflict'),
  };
}

/** A person who types a target into a joined entry parts it from the one before. */
function parted(entry: Entry): Entry {
  return entry.joined && entry.target !== '' ? { ...entry, joined: undefined } : entry;
}

/** Where there never was a target there is nothing to accept, whatever somebody wrote after `state:`. */
function waiting(entry: Entry): Entry {
  const { state, target, written } = entry;
  if (state === 'initial' || target !== '' || entry.joined) return entry;
  return written === fingerprint(standIn(entry)) ? { ...entry, state: 'initial' } : entry;
}

/** Text that a person added and took away again has no source to stand for. */
const isLeft = (entry: Entry): boolean => entry.source !== undefined || entry.target !== '';
