import { collapse } from '../../fingerprint.ts';
import type { Entry } from '../../model.ts';
import { isFake, isReviewed, states } from '../../states.ts';
import { isEditedInReview } from '../adoption/settle.ts';

/**
 * Which of several versions of a sentence's entry may stand: a person's text beats a machine's, of one text the higher
 * state counts, and machines' texts have a fixed order. Different texts of persons are all left: only people settle them.
 * Neither order nor repetition of the versions matters, so that branches merged in any order come to the same.
 */
export function rightful(versions: readonly Entry[]): readonly Entry[] {
  const texts = new Map<string, Entry>();
  for (const version of versions.toSorted(byRank)) texts.set(textOf(version), version);
  const distinct = [...texts.values()].toSorted(byRank);
  const persons = distinct.filter(isPersons);
  return persons.length > 0 ? persons : distinct.slice(-1);
}

/** Somebody wrote or accepted the target, or typed it into the review file since the last run. */
export function isPersons(entry: Entry): boolean {
  const { state, target, machine, joined } = entry;
  if (state === 'initial' && target === '') return false;
  return isReviewed(entry) || (machine === undefined && state !== 'initial') || (!joined && isEditedInReview(entry));
}

/** Two targets that read the same, wherever they stand. */
export function isSameText(one: Entry, other: Entry): boolean {
  return textOf(one) === textOf(other);
}

const textOf = ({ joined, target }: Entry): string => (joined && target === '' ? '\0joined' : collapse(target));

/** The more it is worth, the later; a total order over what `rightful` decides about. */
function byRank(one: Entry, other: Entry): number {
  for (const rank of ranks) {
    const [a, b] = [rank(one), rank(other)];
    if (a !== b) return a < b ? -1 : 1;
  }
  return 0;
}

const ranks: readonly ((entry: Entry) => number | string)[] = [
  (entry) => Number(isPersons(entry)),
  ({ state }) => states.indexOf(state),
  (entry) => Number(!isFake(entry)),
  ({ previous }) => Number(previous !== undefined),
  ({ joined, target, machine, replaced, previous, written, note, ignore, unit }) =>
    JSON.stringify([joined, target, machine, replaced, previous, written, note, ignore, unit]),
];
