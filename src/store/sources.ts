import { exitStatus, UserError } from '../errors.ts';
import { formatOf } from '../formats/index.ts';
import type { Problem, Project, SourceFile } from '../pipeline/index.ts';
import type { Settings } from '../settings.ts';
import { attempt } from './attempt.ts';
import { readText } from './files.ts';
import { listFolder, type Misnamed } from './listing.ts';

/** The originals. One that cannot be read, or whose name cannot be told, is a problem; the others go on. */
export function readSources(root: string, { source }: Pick<Settings, 'source'>): Pick<Project, 'sources' | 'problems'> {
  const { paths, misnamed } = listFolder(root, `source-${source}`);
  const read = paths.filter(isDocument).map((path) => readSource(root, path));
  const strange = misnamed.filter(({ path, isFolder }) => isFolder || isDocument(path));
  return {
    sources: read.filter((each): each is SourceFile => !(each instanceof UserError)),
    problems: [...read.filter((each) => each instanceof UserError), ...strange.map(misnomer)].map(problemOf),
  };
}

const isDocument = (path: string): boolean => formatOf(path) !== undefined;

export function readSource(root: string, path: string): SourceFile | UserError {
  return attempt(() => {
    const text = readText(root, path);
    if (text !== undefined) return { path, text };
    throw new UserError({ id: 'file.gone' }, { place: { file: path }, status: exitStatus.findings });
  });
}

function misnomer({ path, why }: Misnamed): UserError {
  return new UserError(
    { id: `file.name.${why}` },
    { place: { file: path }, hint: { id: 'file.name.hint' }, status: exitStatus.findings },
  );
}

function problemOf({ text, hint, place, status }: UserError): Problem {
  return { message: text, hint, place, status };
}
