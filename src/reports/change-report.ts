import type { Language, Message } from '../model.ts';
import type { DocumentChange } from '../pipeline/diff.ts';
import type { Problem } from '../pipeline/index.ts';

/** What a change report is about. */
export interface ChangeReport {
  /** What is compared with, a revision or the run before; absent where there is no commit yet, so that all is new. */
  readonly base?: string | undefined;
  /** Nothing is compared with a commit, but each source with the one that its target was reviewed for. */
  readonly isSinceTranslation?: true | undefined;
  readonly sourceLanguage: Language;
  readonly documents: readonly DocumentChange[];
  /** Documents that the report says nothing of, with the reason. */
  readonly problems: readonly Problem[];
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
  const changed = documents.flatMap(({ source, changes }) =>
    changes.map(({ before, after, id }) => `${source} ${((after ?? before)?.source ?? id).normalize('NFC')}`),
  );
  const [sentences, translations] = [new Set(changed).size, documents.length];
  const { base, isSinceTranslation } = report;
  if (isSinceTranslation)
    return sentences === 0 ? { id: 'diff.since.none' } : { id: 'diff.since', values: { sentences, translations } };
  if (base === undefined)
    return sentences === 0
      ? { id: 'diff.none.first' }
      : { id: 'diff.summary.first', values: { sentences, translations } };
  if (sentences === 0) return { id: 'diff.none', values: { base } };
  return { id: 'diff.summary', values: { sentences, translations, base } };
}
