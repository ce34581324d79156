import { UserError } from '../errors.ts';
import type { Entry, Language } from '../model.ts';
import type { Plan, Problem, Project, TranslatedDocument } from '../pipeline/index.ts';
import { entriesAt, type Pointer } from '../pipeline/pointer.ts';
import { selection } from './selection.ts';

/** What `accept` was told to accept. */
export interface Chosen {
  /** Documents, their files or folders, from the root. */
  readonly paths: readonly string[];
  readonly pointers: readonly Pointer[];
  /** Target languages; all where none is named. */
  readonly to: readonly Language[] | undefined;
}

interface Opened {
  readonly project: Project;
  readonly plan: Plan;
  readonly documents: readonly TranslatedDocument[];
}

/** The entries that are meant, by document. Throws `UserError` for what means none, or perhaps more than was meant. */
export function chosenSentences(
  { paths, pointers, to }: Chosen,
  { project, plan, documents }: Opened,
): ReadonlyMap<TranslatedDocument, ReadonlySet<Entry>> {
  // Without a path the selection would be everything.
  const isWhole = paths.length === 0 ? () => false : selection(project, paths, to);
  const entriesOf = (document: TranslatedDocument, pointer: Pointer) => entriesAt(document, pointer, project.settings);
  for (const pointer of pointers) {
    if (to === undefined) refuseAmbiguous(pointer, project.settings.targets);
    const isFound = documents.some((document) => entriesOf(document, pointer).length > 0);
    // A document that is left out says so itself.
    if (!isFound && !plan.problems.some((problem) => isAbout(problem, pointer))) throw lost(pointer);
  }
  return new Map(
    documents.map((document) => [
      document,
      new Set(
        isWhole(document.files) ? document.review.entries : pointers.flatMap((pointer) => entriesOf(document, pointer)),
      ),
    ]),
  );
}

function isAbout({ place, files }: Problem, { path }: Pointer): boolean {
  return [place.file, files?.source, files?.path, files?.reviewPath].includes(path);
}

/** What is right in one language may be a machine's guess in another. */
function refuseAmbiguous(pointer: Pointer, targets: readonly Language[]): void {
  if (!('hash' in pointer) || pointer.language !== undefined || targets.length < 2) return;
  const id = `${pointer.path}#${pointer.hash}`;
  const expected = targets.map((language) => `${id}@${language}`);
  throw new UserError({ id: 'accept.language', values: { id, expected } }, { hint: { id: 'accept.language.hint' } });
}

function lost(pointer: Pointer): UserError {
  const hint = { id: 'accept.hint' } as const;
  if (!('hash' in pointer))
    return new UserError({ id: 'accept.line' }, { place: { file: pointer.path, line: pointer.line }, hint });
  const { path, hash, language } = pointer;
  const id = `${path}#${hash}${language === undefined ? '' : `@${language}`}`;
  return new UserError({ id: 'accept.id', values: { id } }, { hint });
}
