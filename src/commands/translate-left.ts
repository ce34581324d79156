import type { LeftReason, Stop } from '../engines/outcome.ts';
import type { Problem } from '../pipeline/index.ts';
import type { LeftSentence } from '../run/left-sentences.ts';
import type { Context } from './context.ts';

/** What is shown of a problem; the exit status is the run's. */
export type Notice = Pick<Problem, 'message' | 'hint' | 'place'>;

/**
 * Why sentences got no target: of each reason the first places, how many more there are, and what to do. Sentences that
 * the end of the run left are not among them: it is said once, as what it is.
 */
export function leftNotices(left: readonly LeftSentence[], stopped: Stop | undefined): readonly Notice[] {
  const own = left.filter(({ reason, text }) => reason in hints && text !== stopped?.text);
  const kindOf = ({ reason, text }: LeftSentence) => `${reason} ${text.id}`;
  const kinds = new Set(own.map(kindOf));
  return [...kinds].flatMap((kind) => noticesOf(own.filter((sentence) => kindOf(sentence) === kind)));
}

export function jsonLeft({ place, source, reason, text }: LeftSentence, { speaker }: Context): unknown {
  return { file: place.file, line: place.line, source, reason, message: speaker.say(text) };
}

/** Of the other reasons the end of the run says it. */
const hints: Readonly<Partial<Record<LeftReason, NonNullable<Notice['hint']>>>> = {
  fault: { id: 'engine.fault.again' },
  quarantined: { id: 'translate.left.quarantined' },
  unusable: { id: 'translate.left.unusable' },
  unsendable: { id: 'translate.left.unsendable' },
};

const mostShown = 5;

/** All for one reason; the last one says what to do. */
function noticesOf(left: readonly LeftSentence[]): readonly Notice[] {
  const shown: readonly Notice[] = left.slice(0, mostShown).map(({ place, text }) => ({ place, message: text }));
  const count = left.length - shown.length;
  const more: readonly Notice[] =
    count > 0 ? [{ place: {}, message: { id: 'translate.left.more', values: { count } } }] : [];
  const hint = hints[left[0]?.reason ?? 'fault'];
  return [...shown, ...more].map((notice, at, { length }) => (at === length - 1 ? { ...notice, hint } : notice));
}
