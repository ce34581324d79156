import { fingerprint } from '../../fingerprint.ts';
import type { Entry, ReviewFile } from '../../model.ts';
import type { Layout } from '../outside/regions.ts';
import { type Reading, unitsOfTarget, withoutBlanks } from '../units.ts';
import { type Placement, placeAll } from './place-units.ts';
import { type Settled, settle, standIn } from './settle.ts';

/** What people did to a translation since wordferry last wrote it. */
export interface Adoption {
  /** The entries with every edit taken over. */
  readonly entries: readonly Entry[];
  /** Those whose target a person changed, in either file. */
  readonly edited: readonly Entry[];
  /** Those that were changed in both files, differently: nothing of the document may be written. */
  readonly conflicts: readonly Conflict[];
  /** Paragraphs, cells or items that a person split or merged: the sentences are taken over, the structure stays the source's. */
  readonly restructured: number;
  /** How the translated file lies over the entries; absent where there is none. */
  readonly layout?: Layout | undefined;
}

export interface Conflict {
  readonly entry: Entry;
  readonly inFile: string;
}

/**
 * Takes over what people changed in the review file and in the translated file (`text`; absent where there is none).
 * `undefined`: nothing of the translation is left there.
 */
export function adoptEdits(review: ReviewFile, text: string | undefined, reading: Reading): Adoption | undefined {
  const entries = review.entries.map(parted).map(waiting);
  const { target } = review.languages;
  const placement: Placement | undefined =
    text === undefined
      ? { placed: entries.map((entry) => ({ entry })), found: [], groups: [], beads: [], hidden: new Set() }
      : placeAll(entries, unitsOfTarget(text, target, reading), target, reading);
  if (placement === undefined) return undefined;
  const settled = placement.placed.map(({ entry, inFile }) => settle(entry, inFile, reading.settings));
  return {
    entries: settled.map(({ entry }) => entry).filter(isLeft),
    edited: settled.filter(({ kind }) => kind === 'edited').map(({ entry }) => entry),
    conflicts: settled.filter((each): each is Settled & Conflict => each.kind === 'conflict'),
    restructured: reading.layout === 'own' ? 0 : restructuredIn(placement),
    layout: text === undefined ? undefined : { ...placement, text, sources: placement.groups.map(sourceOf) },
  };
}

/** Text that people added is no part of the source's structure. */
function restructuredIn({ beads, found, groups }: Placement): number {
  const units = groups.map(sourceOf);
  let [unit, at] = [0, 0];
  return beads.filter(([n, m]) => {
    const own = units.slice(unit, unit + n).filter((source) => source !== '').length;
    // How many cues a sentence runs over is no structure.
    const isStructure = found.slice(at, at + m).some(({ kind }) => kind !== 'cue');
    unit += n;
    at += m;
    return own > 0 && own + m > 2 && isStructure;
  }).length;
}

const sourceOf = (unit: readonly Entry[]): string => withoutBlanks(unit.map(({ source }) => source ?? '').join(''));

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
