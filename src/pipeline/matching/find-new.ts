import { anyUnit } from '../../formats/unit-text.ts';
import { findMatches, lookAlike, lookUp, lookUpImported } from '../../memory/index.ts';
import type { Entry } from '../../model.ts';
import { noMachine } from '../../states.ts';
import { needsTarget } from '../needs-target.ts';
import { type Carried, carryOver } from './carry-over.ts';
import type { Former } from './former.ts';
import type { Basis, Found, Matching } from './matching.ts';
import type { Kept } from './pair-segments.ts';
import type { Reading } from './repair/index.ts';

/** Below this (0–100) nobody repairs: what differs is more than a number and a name. Pairs that are tried. */
const [leastAlike, mostTried] = [75, 5];

/** A sentence that is new, by the memory. `entry` is what is known of it. */
export function findNew(entry: Entry, at: number, matching: Matching): Found {
  const exact = findExact(entry, at, matching);
  return exact.match === undefined ? (findAlike(entry, at, matching) ?? exact) : exact;
}

/** A sentence that still waits for its target may have got one from elsewhere. */
export function refresh(kept: Kept, at: number, matching: Matching): Found {
  if (!needsTarget(kept.entry, 'memory')) return kept;
  const found = findNew(kept.entry, at, matching);
  // Drafts are known once their own run has ended, which is too late for the sentences of that run.
  return found.match === undefined || found.isDraft ? kept : found;
}

/** Steps 3 and 4: the memory's target, reviewed where the neighbours are the same too. */
export function findExact(entry: Entry, at: number, { translation, memory }: Matching): Found {
  const { path, segments } = translation.document;
  const [before = '', source = '', after = ''] = [at - 1, at, at + 1].map((index) => segments[index]?.text);
  const match = lookUp(memory, { source, path, before, after }) ?? lookUpImported(memory, { source, path });
  if (match === undefined) return { entry };
  const { kind, target, isDraft } = match;
  const basis = basisIn(match, path);
  if (kind === 'context')
    return { match: kind, basis, entry: { ...entry, ...noMachine, target, state: 'reviewed', previous: undefined } };
  const machine = machineOf(basis);
  return { match: kind, basis, isDraft, entry: { ...entry, ...noMachine, target, state: 'translated', machine } };
}

/** Steps 5 and 6 with pairs of the memory: one that looks alike, else the most similar that can be repaired. */
export function findAlike(entry: Entry, at: number, matching: Matching): Found | undefined {
  const { translation, memory } = matching;
  const { path, segments } = translation.document;
  const source = segments[at]?.text ?? '';
  const reading = readingAt(at, matching);
  const carried =
    firstCarried(lookAlike(memory, { source, path }), source, reading) ??
    firstCarried(similarTo({ source, path }, memory), source, reading);
  if (carried === undefined) return undefined;
  const { match, found } = carried;
  const basis = basisIn(carried.basis, path);
  const machine = found.machine === 'memory' ? machineOf(basis) : found.machine;
  return { match, basis, entry: { ...entry, ...found, machine } };
}

const similarTo = (sentence: Parameters<typeof findMatches>[1], memory: Matching['memory']) =>
  findMatches(memory, sentence, { least: leastAlike, most: mostTried, isAllowed: () => true }).map(({ pair }) => pair);

interface CarriedFrom extends Carried {
  readonly basis: Basis;
}

function firstCarried(pairs: readonly Basis[], source: string, reading: Reading): CarriedFrom | undefined {
  for (const { path, ...pair } of pairs) {
    const former: Former = { ...pair, state: 'reviewed' };
    const carried = carryOver(former, source, reading);
    if (carried !== undefined) return { ...carried, basis: { ...carried.basis, path } };
  }
  return undefined;
}

/** How the unit of a segment is read. */
export function readingAt(at: number, { translation, finder }: Matching): Reading {
  const { document, languages } = translation;
  const unit = document.units[document.segments[at]?.unit ?? -1] ?? anyUnit;
  return { languages, finder, unit, format: document.format };
}

function basisIn({ source, target, path }: Basis, own: string): Basis {
  return path === own ? { source, target } : { source, target, path };
}

/** `memory`, with the document whose pair it is where that is another one. */
const machineOf = ({ path }: Basis): string => (path === undefined ? 'memory' : `memory ${path}`);
