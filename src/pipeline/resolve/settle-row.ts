import type { Entry } from '../../model.ts';
import { isReviewed } from '../../states.ts';
import { isEditedInReview } from '../adoption/settle.ts';
import { type Aligned, isSameSentence } from './align-sides.ts';
import { isPersons } from './rightful.ts';
import { isSame, type Settled, settleNote, settleSentence } from './settle-sentence.ts';

/** What becomes of an entry: one, or both of a conflict; and what else was written beside it, by either side and before. */
export interface Outcome {
  readonly versions: readonly Settled[];
  readonly others: readonly Entry[];
  readonly base?: Entry | undefined;
}

/**
 * What is left of entries that stand side by side: none where one side took the sentence away and the other left it as it
 * was; two where both changed the sentence, for only the document knows which one it has now. `isHead`: others are joined to it.
 */
export function settleRow({ one, other, base }: Aligned, isHead: (entry: Entry) => boolean): readonly Outcome[] {
  const [only] = [one, other].filter((entry) => entry !== undefined);
  if (one === undefined || other === undefined) {
    const isGone = base !== undefined && only !== undefined && isUntouched(only, base);
    return only === undefined || isGone ? [] : [alone(only)];
  }
  const sides = [one, other] as const;
  if (one.source === undefined || isSameSentence(one, other))
    return [{ versions: settleSentence({ sides, base }), others: sides, base }];
  const stayed = sides.find((entry) => base !== undefined && isSameSentence(entry, base));
  const moved = sides.find((entry) => entry !== stayed);
  if (base === undefined || stayed === undefined || moved === undefined) return sides.map(alone);
  const entry = isHead(stayed) ? undefined : succeed(moved, stayed, base);
  if (entry === undefined) return sides.map(alone);
  const note = settleNote({ sides, base });
  return [{ versions: [{ of: moved, entry: { ...entry, note } }], others: sides, base }];
}

const alone = (entry: Entry): Outcome => ({ versions: [{ of: entry, entry }], others: [entry] });

const isUntouched = (entry: Entry, base: Entry): boolean =>
  isSameSentence(entry, base) && isSame(entry, base) && entry.note === base.note;

/**
 * One side changed the sentence, the other its target: what a person accepted there is the last reviewed pair of the
 * sentence as it is now. `undefined`: both have to stay, or a text would be lost.
 */
function succeed(moved: Entry, stayed: Entry, base: Entry): Entry | undefined {
  if (isSame(stayed, base) || !isPersons(stayed) || stayed.joined) return moved;
  if (stayed.source === undefined || isPersons(moved) || !isReviewed(stayed) || isEditedInReview(stayed))
    return undefined;
  return { ...moved, previous: { source: stayed.source, target: stayed.target } };
}
