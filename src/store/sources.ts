import { exitStatus, UserError } from '../errors.ts';
import { formatOf } from '../formats/index.ts';
import { type Claim, claimsOf, type PathProblem, pathProblems, sharedPath } from '../paths/path-problems.ts';
import { isSource, mayHoldSources, type PathSettings } from '../paths/translation-paths.ts';
import type { Problem, Project, SourceFile } from '../pipeline/index.ts';
import { attempt } from './attempt.ts';
import { readText } from './files.ts';
import { createGitIgnore } from './git-ignore.ts';
import { type Listing, listFolder } from './listing.ts';
import { settingsPlace } from './settings-place.ts';

/**
 * The originals. One that cannot be read, or whose name or translations could not be told from others, is a problem; the
 * others go on. Throws `UserError` where the templates have one path for two documents.
 */
export function readSources(root: string, settings: PathSettings): Pick<Project, 'sources' | 'problems'> {
  const { paths, problems } = findSources(root, settings);
  const read = paths.map((path) => readSource(root, path));
  return {
    sources: read.filter((each): each is SourceFile => !(each instanceof UserError)),
    problems: [...read.filter((each) => each instanceof UserError).map(problemOf), ...problems],
  };
}

/** Paths of the originals, which nobody has read yet. */
export function findSources(
  root: string,
  settings: PathSettings,
): { readonly paths: readonly string[]; readonly problems: readonly Problem[] } {
  const { paths, misnamed } = listSources(root, settings);
  const documents = paths.filter(isDocument);
  const claims = claimsOf(documents, settings);
  refuseShared(root, claims);
  const clashes = pathProblems(claims);
  const clashing = new Set(clashes.map(({ source }) => source));
  const strange = misnamed.filter(({ path, isFolder }) => isFolder || isDocument(path));
  return {
    paths: documents.filter((path) => !clashing.has(path)),
    problems: [
      ...strange.map(({ path, why }) => misnomer({ source: path, message: { id: `file.name.${why}` } })),
      ...clashes.map(misnomer),
    ],
  };
}

/** What stands among the originals and is none: files that no format reads, and links. */
export function strangers(
  root: string,
  settings: PathSettings,
): { unknown: readonly string[]; links: readonly string[] } {
  const { paths, links } = listSources(root, settings);
  return { unknown: paths.filter((path) => !isDocument(path)), links };
}

function listSources(root: string, settings: PathSettings): Listing {
  const isIgnored = createGitIgnore(root);
  const { paths, misnamed, links } = listFolder(root, '', (path) => {
    const isElsewhere = path.endsWith('/') ? !mayHoldSources(path.slice(0, -1), settings) : !isSource(path, settings);
    return isElsewhere || isIgnored(path);
  });
  return { paths, misnamed, links };
}

const isDocument = (path: string): boolean => formatOf(path) !== undefined;

export function readSource(root: string, path: string): SourceFile | UserError {
  return attempt(() => {
    const text = readText(root, path);
    if (text !== undefined) return { path, text };
    throw new UserError({ id: 'file.gone' }, { place: { file: path }, status: exitStatus.findings });
  });
}

function refuseShared(root: string, claims: readonly Claim[]): void {
  const shared = sharedPath(claims);
  if (shared === undefined) return;
  const { path, sources } = shared;
  const [first, second] = sources;
  throw new UserError(
    { id: 'settings.shared', values: { path, first, second } },
    { place: settingsPlace(root, ['target', 'include']), hint: { id: 'settings.shared.hint' } },
  );
}

function misnomer({ source, message }: PathProblem): Problem {
  return { message, hint: { id: 'file.name.hint' }, place: { file: source }, status: exitStatus.findings };
}

export function problemOf({ text, hint, place, status }: UserError): Problem {
  return { message: text, hint, place, status };
}
