import type { Message } from '../model.ts';
import { foldedPath, isOutputPlace, unstorableName } from './safe-path.ts';
import { type PathSettings, translationPaths } from './translation-paths.ts';

/** A document whose files would not be there, or not be alone, on every disk. */
export interface PathProblem {
  readonly source: string;
  readonly message: Message;
}

/** One path for files of two documents: the templates do not tell them apart. */
export interface SharedPath {
  readonly path: string;
  readonly sources: readonly [string, string];
}

/** A path that a document has, or that one of its files is going to have. */
interface Claim {
  readonly source: string;
  readonly path: string;
}

export function sharedPath(sources: readonly string[], settings: PathSettings): SharedPath | undefined {
  const owners = new Map<string, string>();
  for (const { source, path } of sources.flatMap((each) => outputsOf(each, settings))) {
    const other = owners.get(path);
    if (other !== undefined) return { path, sources: [other, source] };
    owners.set(path, source);
  }
  return undefined;
}

/** At most one for each document. Of twins, both have one: whichever was left, the other would become its translation. */
export function pathProblems(sources: readonly string[], settings: PathSettings): readonly PathProblem[] {
  const claims = sources.map((source) => [{ source, path: source }, ...outputsOf(source, settings)]);
  const twins = byFoldedPath(claims.flat());
  return claims.flatMap((own): readonly PathProblem[] => {
    const [document] = own;
    if (document === undefined) return [];
    const message = nameProblem(own) ?? twinProblem(own, twins);
    return message === undefined ? [] : [{ source: document.source, message }];
  });
}

function outputsOf(source: string, settings: PathSettings): readonly Claim[] {
  return settings.targets.flatMap((language) => {
    const { path, reviewPath } = translationPaths(source, language, settings);
    return [
      { source, path },
      { source, path: reviewPath },
    ];
  });
}

function byFoldedPath(claims: readonly Claim[]): ReadonlyMap<string, readonly Claim[]> {
  const groups = new Map<string, Claim[]>();
  for (const claim of claims) {
    const key = foldedPath(claim.path);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [claim]);
    else group.push(claim);
  }
  return groups;
}

function nameProblem(own: readonly Claim[]): Message | undefined {
  const name = own.map(({ path }) => unstorableName(path)).find((each) => each !== undefined);
  if (name !== undefined) return { id: 'file.name.reserved', values: { name } };
  const output = own.slice(1).find(({ path }) => !isOutputPlace(path));
  return output && { id: 'file.output', values: { path: output.path } };
}

function twinProblem(own: readonly Claim[], twins: ReadonlyMap<string, readonly Claim[]>): Message | undefined {
  for (const { source, path } of own) {
    const other = twins.get(foldedPath(path))?.find((claim) => claim.source !== source);
    if (other === undefined) continue;
    const isOfDocuments = path === source && other.path === other.source;
    return isOfDocuments
      ? { id: 'file.twin', values: { other: other.source } }
      : { id: 'file.twin.output', values: { path, other: other.path, source: other.source } };
  }
  return undefined;
}
