import { idsOf } from '../ids.ts';
import type { MemoryEntry } from '../memory/index.ts';
import type { Entry, Message, Place, State } from '../model.ts';
import { placeOf, readReviewFile, writeReviewFile } from '../review-file/index.ts';
import { isFake, isMarked, noMachine, states } from '../states.ts';
import { leftPairs } from './left-pairs.ts';
import type { FileChange, TranslatedDocument } from './render-document.ts';

/** A sentence that `accept` was asked to accept, as it stands afterwards. */
export interface AcceptedSentence {
  readonly id: string;
  /** In the review file as it is going to be. */
  readonly place: Place;
  readonly source: string;
  readonly target: string;
}

export interface RefusedSentence extends AcceptedSentence {
  readonly reason: Message;
}

/** What accepting sentences does to a document. */
export interface Acceptance extends Pick<TranslatedDocument, 'document' | 'languages' | 'files'> {
  readonly accepted: readonly AcceptedSentence[];
  readonly refused: readonly RefusedSentence[];
  /** Files whose bytes change: none where nothing was accepted. */
  readonly changes: readonly FileChange[];
  /** Reviewed pairs that leave the document: the memory keeps them. */
  readonly left: readonly MemoryEntry[];
}

/** Which sentences of a document are to have which state. */
export interface Accepting {
  readonly chosen: ReadonlySet<Entry>;
  readonly state: State;
  /** What besides its text stands against a sentence's new state: who asks for it. */
  readonly objection?: ((entry: Entry) => Message | undefined) | undefined;
}

/** Gives the chosen sentences a state, where they can have it. */
export function acceptSentences(translated: TranslatedDocument, accepting: Accepting): Acceptance {
  const { document, languages, files, review } = translated;
  const reasons = new Map(review.entries.map((entry) => [entry, reasonAgainst(entry, accepting)]));
  const entries = review.entries.map((entry) =>
    accepting.chosen.has(entry) && reasons.get(entry) === undefined ? acceptEntry(entry, accepting.state) : entry,
  );
  const text = writeReviewFile({ ...review, entries });
  const written = readReviewFile(text, review.path, languages).entries;
  const ids = idsOf(review, review.entries);
  const sentences = review.entries.map((entry, at) => ({
    id: ids.get(entry) ?? '',
    place: placeOf(review, written[at] ?? entry),
    source: entry.source ?? '',
    target: entry.target,
  }));
  const isChanged = entries.map((entry, at) => entry !== review.entries[at]);
  const accepted = sentences.filter((_, at) => isChanged[at]);
  return {
    document,
    languages,
    files,
    accepted,
    refused: review.entries.flatMap((entry, at) => {
      const reason = reasons.get(entry);
      const [sentence] = sentences.slice(at, at + 1);
      return reason === undefined || sentence === undefined ? [] : [{ ...sentence, reason }];
    }),
    changes: accepted.length === 0 ? [] : changesOf(translated, text),
    left: accepted.length === 0 ? [] : leftPairs(translated, entries),
  };
}

/** Nothing stands against a state that a sentence has already. */
function reasonAgainst(entry: Entry, { chosen, state, objection }: Accepting): Message | undefined {
  if (!chosen.has(entry)) return undefined;
  return refusal(entry) ?? (acceptEntry(entry, state) === entry ? undefined : objection?.(entry));
}

/** What the run that came before would have written into the translated file, and the new review file. */
function changesOf({ files, changes }: TranslatedDocument, after: string): readonly FileChange[] {
  const before = files.review !== undefined && 'entries' in files.review ? files.review.text : undefined;
  return [...changes.filter(({ path }) => path === files.path), { path: files.reviewPath, before, after }].filter(
    (change) => change.before !== change.after,
  );
}

/** Why a sentence cannot be accepted; `undefined` where it can. */
export function refusal(entry: Entry): Message | undefined {
  if (isFake(entry) || isMarked(entry.target))
    return { id: 'accept.fake', values: { machine: entry.machine ?? 'mock' } };
  return entry.state === 'initial' && !entry.joined ? { id: 'accept.empty' } : undefined;
}

/** A person stands behind it from now on: no machine, no earlier pair. States only advance. */
export function acceptEntry(entry: Entry, state: State): Entry {
  if (states.indexOf(entry.state) >= states.indexOf(state)) return entry;
  return { ...entry, ...noMachine, state, previous: undefined };
}
