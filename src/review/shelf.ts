import { setImmediate as nextTurn } from 'node:timers/promises';
import type { TranslationPaths } from '../paths/translation-paths.ts';
import { type Project, translationPaths } from '../pipeline/project.ts';
import { selection } from '../run/selection.ts';
import { readerOfOne, revisionOf, stampOfDocument } from '../store/one-document.ts';
import { readWithoutTexts, stampsOfProject } from '../store/project.ts';
import { type OpenedDocument, openDocument } from './opened-document.ts';
import { type Summary, summaryOf, withoutText } from './summary.ts';

/** Which project, and which part of it. */
export interface Wanted {
  readonly root: string;
  /** An absolute path; else the root's glossary.yaml. */
  readonly glossary?: string | undefined;
  /** Documents, translated files or folders, from the root; all where none is named. */
  readonly paths: readonly string[];
}

/** The documents of a project. Of most of them a summary is kept, of those that were asked for last all that is known. */
export interface Shelf {
  readonly root: string;
  readonly project: Project;
  /** By the path of the translated file. */
  readonly documents: ReadonlyMap<string, KnownDocument>;
  /** Originals that cannot be read. */
  readonly unread: readonly Summary[];
  readonly stamps: ReturnType<typeof stampsOfProject>;
  /** As it is on disk now. */
  open(known: KnownDocument): OpenedDocument;
  /** What somebody knows of a document whose files were just written. */
  keep(document: OpenedDocument): void;
  /** Reads all documents of which nothing is known yet, letting others work in between, and tells now and then which. */
  readAll(told: (paths: readonly string[]) => void): Promise<void>;
}

export interface KnownDocument {
  readonly paths: TranslationPaths;
  /** Of its files when the summary was made. */
  stamp: string;
  summary?: Summary | undefined;
}

/** Throws `UserError` for settings, a glossary or paths that are wrong. What `former` knows is taken over as far as it holds. */
export async function openShelf({ root, glossary, paths }: Wanted, former?: Shelf): Promise<Shelf> {
  const project = await readWithoutTexts(root, glossary);
  const stamps = stampsOfProject(root, project, glossary);
  const isWanted = selection(project, paths);
  const known = former?.stamps.settings === stamps.settings ? former.documents : new Map<string, KnownDocument>();
  const documents = project.translations
    .filter(isWanted)
    .map((each): [string, KnownDocument] => [each.path, known.get(each.path) ?? { paths: each, stamp: '' }]);
  const unread = project.problems.flatMap((problem) =>
    project.settings.targets
      .map((language) => translationPaths(problem.place.file ?? '', language, project.settings))
      .filter(isWanted)
      .map((each) => withoutText(each, problem)),
  );
  const shelf = { root, project, documents: new Map(documents), unread, stamps };
  return { ...shelf, ...openingIn(shelf) };
}

/** Documents of which nothing is known yet. */
export function unreadIn({ documents }: Pick<Shelf, 'documents'>): readonly KnownDocument[] {
  return [...documents.values()].filter(({ summary }) => summary === undefined);
}

type Opening = Pick<Shelf, 'open' | 'keep' | 'readAll'>;

function openingIn({ root, project, documents }: Omit<Shelf, keyof Opening>): Opening {
  const open = new Map<string, OpenedDocument>();
  const describe = (known: KnownDocument, document: OpenedDocument, stamp: string) => {
    known.stamp = stamp;
    known.summary = summaryOf(document);
    return document;
  };
  const readNow = (known: KnownDocument, read = readerOfOne(root, project)) => {
    const { paths } = known;
    // What somebody changed is still to be told of, whoever asks for it first.
    const stamp = known.summary === undefined ? stampOfDocument(root, paths) : known.stamp;
    const revision = revisionOf(root, paths);
    return describe(known, openDocument(read(paths), paths, revision), stamp);
  };
  const remember = (document: OpenedDocument) => {
    open.delete(document.paths.path);
    open.set(document.paths.path, document);
    for (const oldest of [...open.keys()].slice(0, -mostOpen)) open.delete(oldest);
    return document;
  };
  return {
    open(known) {
      const kept = open.get(known.paths.path);
      return remember(kept?.revision === revisionOf(root, known.paths) ? kept : readNow(known));
    },
    keep(document) {
      const known = documents.get(document.paths.path);
      if (known !== undefined) describe(known, remember(document), stampOfDocument(root, known.paths));
    },
    async readAll(told) {
      const read = readerOfOne(root, project);
      let [done, since]: [string[], number] = [[], performance.now()];
      for (const known of unreadIn({ documents })) {
        // Somebody may have opened it meanwhile.
        if (known.summary === undefined) readNow(known, read);
        done.push(known.paths.path);
        await nextTurn();
        if (performance.now() - since < batch) continue;
        told(done);
        [done, since] = [[], performance.now()];
      }
      told(done);
    },
  };
}

/** So many documents are kept as a whole. */
const mostOpen = 3;

/** Milliseconds of reading, after which somebody wants to know how far it is. */
const batch = 1000;
