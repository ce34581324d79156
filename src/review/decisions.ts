import { exitStatus, UserError } from '../errors.ts';
import { cleanDecisions, decideSentences } from '../pipeline/decide.ts';
import type { FileChange, Problem, TranslatedDocument } from '../pipeline/index.ts';
import { writeDocuments } from '../run/write-documents.ts';
import { applyChanges } from '../store/apply.ts';
import { revisionOf } from '../store/one-document.ts';
import type { Decide, Undo } from './api.ts';
import { afterWriting, type OpenedDocument } from './opened-document.ts';
import type { KnownDocument, Shelf } from './shelf.ts';

/** What became of a decision: in the files, or nothing was written because they are not what the reviewer saw. */
export interface Decided {
  readonly kind: 'written' | 'outdated';
  readonly document: OpenedDocument;
  /** What was written. */
  readonly files: readonly string[];
}

/** What decisions of this session changed, by document, the last one at the end. */
export type History = Map<string, Step[]>;

interface Step {
  /** Revision that it left. */
  readonly after: string;
  readonly changes: readonly FileChange[];
}

/** Where it is decided. */
interface Deciding {
  readonly shelf: Shelf;
  readonly history: History;
}

/** With the lock. Throws `UserError` for what cannot be decided; then nothing was written. */
export function decide(known: KnownDocument, { revision, decisions }: Decide, { shelf, history }: Deciding): Decided {
  const document = shelf.open(known);
  if (document.revision !== revision) return outdated(document);
  const translated = reviewable(document);
  const chosen = decisions === 'clean' ? cleanDecisions(translated) : named(decisions, translated);
  const { settings } = shelf.project;
  const decided = decideSentences(translated, chosen, { finder: document.finder, settings });
  if (decided.changes.length === 0) return { kind: 'written', document, files: [] };
  const [problem] = writeDocuments(shelf.root, [decided]);
  if (problem !== undefined) return unwritten(problem, shelf, known);
  const written = afterWriting(document, decided, revisionOf(shelf.root, known.paths));
  shelf.keep(written);
  const { path } = known.paths;
  history.set(path, [...(history.get(path) ?? []), { after: written.revision, changes: decided.changes }]);
  return { kind: 'written', document: written, files: decided.changes.map((change) => change.path) };
}

/** With the lock. Puts the bytes back that were there before the last decision, if they are still those that it left. */
export function undo(known: KnownDocument, { revision }: Undo, { shelf, history }: Deciding): Decided {
  const document = shelf.open(known);
  if (document.revision !== revision) return outdated(document);
  const steps = history.get(known.paths.path) ?? [];
  const last = steps.at(-1);
  if (last === undefined || !canUndo(history, document)) throw new UserError({ id: 'review.undo' });
  const changes = last.changes.map(({ path, before, after }) => ({ path, before: after, after: before }));
  const source = reviewable(document).document;
  const [skipped] = applyChanges(shelf.root, [
    { source: { path: source.path, text: source.original ?? source.text }, changes },
  ]);
  if (skipped?.error !== undefined) throw skipped.error;
  if (skipped !== undefined) return outdated(shelf.open(known));
  history.set(known.paths.path, steps.slice(0, -1));
  return { kind: 'written', document: shelf.open(known), files: changes.map(({ path }) => path) };
}

export function canUndo(history: History, { paths, revision }: OpenedDocument): boolean {
  return history.get(paths.path)?.at(-1)?.after === revision;
}

/** Throws the document's problem, where it has one. */
export function reviewable({ translated, problem, paths }: OpenedDocument): TranslatedDocument {
  if (translated !== undefined) return translated;
  throw problem === undefined
    ? new UserError({ id: 'review.document', values: { path: paths.path } })
    : thrown(problem);
}

function named(
  decisions: Exclude<Decide['decisions'], 'clean'>,
  { document }: TranslatedDocument,
): Exclude<Decide['decisions'], 'clean'> {
  return decisions.map((decision) => ({ ...decision, id: `${document.path}#${decision.id}` }));
}

/** Somebody changed a file since it was read; or the disk failed. */
function unwritten(problem: Problem, shelf: Shelf, known: KnownDocument): Decided {
  if (problem.status !== exitStatus.incomplete) throw thrown(problem);
  return outdated(shelf.open(known));
}

const outdated = (document: OpenedDocument): Decided => ({ kind: 'outdated', document, files: [] });

const thrown = ({ message, hint, place, status }: Problem): UserError =>
  new UserError(message, { place, status, ...(hint && { hint }) });
