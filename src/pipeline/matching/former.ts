import type { Entry, Pair, State } from '../../model.ts';
import { isFake, isMarked, isReviewed, states } from '../../states.ts';
import { type Bead, joinTexts, type OldGroup, sourceOf } from './groups.ts';

/** What sentences that changed said before, and their target. */
export interface Former extends Pair {
  readonly state: State;
  readonly machine?: string | undefined;
  readonly replaced?: readonly string[] | undefined;
}

/**
 * Pairs that a changed sentence may start from, the best first: what stood there, and what had been reviewed before that.
 * Where one of several sentences has no translation yet, there is none of all of them.
 */
export function formersOf({ groups }: Bead): readonly Former[] {
  const own = ownOf(groups);
  const previous = groups.length === 1 ? groups[0]?.entries[0]?.previous : undefined;
  return [
    ...(own === undefined ? [] : [own]),
    ...(previous === undefined ? [] : [{ ...previous, state: 'reviewed' } as const]),
  ];
}

/** The last pair that a person had reviewed: of merged sentences what they were together. */
export function reviewedPair({ groups }: Bead): Pair | undefined {
  const pairs = groups.map(pairOf).filter((pair) => pair !== undefined);
  const [first] = pairs;
  if (pairs.length < groups.length || groups.length === 1) return first;
  return { source: joinTexts(pairs.map(({ source }) => source)), target: joinTexts(pairs.map(({ target }) => target)) };
}

function pairOf(group: OldGroup): Pair | undefined {
  const [head] = group.entries;
  if (head === undefined) return undefined;
  return isReviewed(head) && head.target !== '' ? { source: sourceOf(group), target: head.target } : head.previous;
}

function ownOf(groups: readonly OldGroup[]): Former | undefined {
  const heads = groups.map(({ entries: [head] }) => head);
  if (!heads.every((head) => head !== undefined && isTranslated(head))) return undefined;
  const known = heads.filter((head) => head !== undefined);
  const state = states.find((one) => known.some((head) => head.state === one));
  const machine = known.find((head) => head.machine !== undefined);
  return {
    source: groups.map(sourceOf).join(' '),
    target: joinTexts(known.map(({ target }) => target)),
    // Who signed off two sentences has not signed off one.
    state: groups.length > 1 && state === 'final' ? 'reviewed' : (state ?? 'translated'),
    machine: machine?.machine,
    replaced: machine?.replaced,
  };
}

/** A translation, whoever it is of: no fake, and no blank. */
const isTranslated = (entry: Entry): boolean =>
  entry.target !== '' && entry.state !== 'initial' && !isFake(entry) && !isMarked(entry.target);
