import { UserError } from '../errors.ts';
import type { TranslationPaths } from '../paths/translation-paths.ts';
import type { Project } from '../pipeline/index.ts';
import { asFinished } from './as-finished.ts';
import { attempt } from './attempt.ts';
import { readBytes } from './files.ts';
import { sha256 } from './folder-hashes.ts';
import { readMergeSides } from './merge-sides.ts';
import { stampAt } from './seen.ts';
import { problemOf, readSource } from './sources.ts';
import { readTranslation } from './translations.ts';

/** Reads documents one by one, as they are on disk then. `project` is the rest, as it was read before. */
export function readerOfOne(root: string, project: Project): (document: TranslationPaths) => Project {
  const { settings } = project;
  const folder = { root, settings, merge: readMergeSides(root, settings), pending: new Set<string>() };
  return ({ source, language }) => readOne(source, language, { folder, project });
}

/** A project of one document in one language: what other documents remember is left out. */
function readOne(
  source: string,
  language: string,
  { folder, project }: { readonly folder: Parameters<typeof readTranslation>[0]; readonly project: Project },
): Project {
  const own: Project = { ...project, earlier: {}, sources: [], translations: [], problems: [] };
  const read = readSource(folder.root, source);
  if (read instanceof UserError) return { ...own, problems: [problemOf(read)] };
  return asFinished(folder.root, {
    ...own,
    sources: [read],
    translations: [readTranslation(folder, source, language)],
  });
}

/** Of the bytes of its three files. */
export function revisionOf(root: string, { source, path, reviewPath }: TranslationPaths): string {
  const texts = [source, path, reviewPath].map((file) => {
    const bytes = attempt(() => readBytes(root, file));
    return bytes instanceof UserError || bytes === undefined ? '-' : sha256(bytes);
  });
  return sha256(texts.join()).slice(0, 32);
}

/** As long as it is the same, nobody has changed a file of the document. */
export function stampOfDocument(root: string, { source, path, reviewPath }: TranslationPaths): string {
  return [source, path, reviewPath].map((file) => stampAt(root, file)).join('\n');
}
