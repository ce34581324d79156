import { exitStatus, UserError } from '../errors.ts';
import type { Problem, TranslatedDocument } from '../pipeline/index.ts';
import { applyChanges, type Skipped } from '../store/apply.ts';
import { attempt } from '../store/attempt.ts';
import { keepLeft } from '../store/memory.ts';
import { type Finished, keepOutlines } from '../store/outlines.ts';

type Written = Pick<TranslatedDocument, 'document' | 'languages' | 'files' | 'changes' | 'left'> &
  Partial<Pick<TranslatedDocument, 'outside' | 'outline'>>;

/**
 * Pairs that leave a file are kept first, then the files are replaced; where the disk does not keep them, theirs stay as
 * they are. Gives what is not on disk, and why.
 */
export function writeDocuments(root: string, documents: readonly Written[]): readonly Problem[] {
  const error = attempt(() => keepLeft(root, documents.flatMap(leftOf)));
  const mayLeave = error instanceof UserError ? documents.filter(({ left }) => left.length === 0) : documents;
  const staying = documents.filter((document) => !mayLeave.includes(document));
  const unkept = setsOf(staying).map((set) => ({ ...set, ...(error instanceof UserError && { error }) }));
  const skipped = [...unkept, ...applyChanges(root, setsOf(mayLeave))];
  const unwritten = new Set<unknown>(skipped.map(({ files }) => files));
  keepOutlines(root, documents.filter(({ files }) => !unwritten.has(files)).flatMap(finishedOf));
  return skipped.map(problemOf);
}

const leftOf = ({ left, languages }: Written) => left.map((pair) => ({ ...pair, language: languages.target }));

function finishedOf({ document, files, changes, outside, outline }: Written): readonly Finished[] {
  if (outline === undefined) return [];
  const hasOwn = outside !== undefined && outside.size > 0;
  return [{ path: files.path, source: document.text, isWritten: changes.length > 0, hasOwn, outline }];
}

const setsOf = (documents: readonly Written[]) =>
  documents
    .filter(({ changes }) => changes.length > 0)
    .map(({ document, files, changes }) => ({
      source: { path: document.path, text: document.original ?? document.text },
      files,
      changes,
    }));

function problemOf({ source, files, error }: Skipped<ReturnType<typeof setsOf>[number]>): Problem {
  if (error !== undefined)
    return { message: error.text, hint: error.hint, place: error.place, status: error.status, files };
  return {
    message: { id: 'translate.meanwhile' },
    hint: { id: 'translate.meanwhile.hint' },
    place: { file: source.path },
    status: exitStatus.incomplete,
    files,
  };
}
