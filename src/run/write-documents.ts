import { exitStatus } from '../errors.ts';
import type { Problem, TranslatedDocument } from '../pipeline/index.ts';
import { applyChanges } from '../store/apply.ts';
import { keepLeft } from '../store/memory.ts';

type Written = Pick<TranslatedDocument, 'document' | 'languages' | 'files' | 'changes' | 'left'>;

/** Pairs that leave a file are kept first, then the files are replaced. Gives what is not on disk, and why. */
export function writeDocuments(root: string, documents: readonly Written[]): readonly Problem[] {
  keepLeft(
    root,
    documents.flatMap(({ left, languages }) => left.map((pair) => ({ ...pair, language: languages.target }))),
  );
  const sets = documents
    .filter(({ changes }) => changes.length > 0)
    .map(({ document, files, changes }) => ({
      source: { path: document.path, text: document.original ?? document.text },
      files,
      changes,
    }));
  return applyChanges(root, sets).map(({ source, files, error }) =>
    error === undefined
      ? {
          message: { id: 'translate.meanwhile' },
          hint: { id: 'translate.meanwhile.hint' },
          place: { file: source.path },
          status: exitStatus.incomplete,
          files,
        }
      : { message: error.text, hint: error.hint, place: error.place, status: error.status, files },
  );
}
