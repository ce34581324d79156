import type { TermFinder } from '../glossary/find.ts';
import type { Entry } from '../model.ts';
import { type ChangeKind, type DocumentChange, diffDocument } from './diff.ts';
import type { TranslatedDocument } from './render-document.ts';

/** What changed in the source since each target was written: the pairs that people reviewed beside what stands there now. */
export function diffSinceTranslation(translated: TranslatedDocument, finder: TermFinder): DocumentChange {
  const { review, files } = translated;
  const known = files.review !== undefined && 'entries' in files.review ? files.review.entries : [];
  const kindsOf = (entries: readonly Entry[], kinds: readonly ChangeKind[]) =>
    diffDocument(translated, { entries }, finder).changes.filter(({ kind }) => kinds.includes(kind));
  return {
    ...diffDocument(translated, { entries: [] }, finder),
    changes: [
      ...kindsOf(review.entries.flatMap(writtenFor), ['new', 'changed', 'repaired']),
      ...kindsOf(known, ['removed']),
    ],
  };
}

/** What the target was written for; nothing of a sentence that has none. */
function writtenFor(entry: Entry): readonly Entry[] {
  const { previous, state, target } = entry;
  if (previous !== undefined) return [{ ...entry, ...previous, state: 'reviewed', machine: undefined }];
  return state === 'initial' && target === '' ? [] : [entry];
}
