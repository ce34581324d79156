import { sourceHash } from '../fingerprint.ts';
import type { Language, Message } from '../model.ts';
import type { DocumentChange } from '../pipeline/diff.ts';

/** What a change report is about: `base` names what is compared with, a revision or the run before. */
export interface ChangeReport {
  readonly base: string;
  readonly sourceLanguage: Language;
  readonly documents: readonly DocumentChange[];
}

/** How reports say messages. */
export type Say = (message: Message) => string;

/** Sentences of the source that changed; one that changed in several languages counts once. */
export function countSentences({ documents }: ChangeReport): number {
  const sentences = documents.flatMap(({ source, changes }) =>
    changes.map(({ before, after, id }) => `${source} ${sourceHash((after ?? before)?.source ?? id)}`),
  );
  return new Set(sentences).size;
}
