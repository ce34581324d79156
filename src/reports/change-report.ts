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

/** The documents in which something changed. */
export function changedDocuments({ documents }: ChangeReport): readonly DocumentChange[] {
  return documents.filter(({ changes }) => changes.length > 0);
}

/** `1 sentence changed in 2 translations since HEAD`: one that changed in several languages counts once. */
export function summaryOf(report: ChangeReport): Message {
  const documents = changedDocuments(report);
  const sentences = documents.flatMap(({ source, changes }) =>
    changes.map(({ before, after, id }) => `${source} ${sourceHash((after ?? before)?.source ?? id)}`),
  );
  const { base } = report;
  if (sentences.length === 0) return { id: 'diff.none', values: { base } };
  return { id: 'diff.summary', values: { sentences: new Set(sentences).size, translations: documents.length, base } };
}
