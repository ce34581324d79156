import type { Message } from '../model.ts';
import { foldedPath, isOutputPlace, unstorableName } from './safe-path.ts';
import { type PathSettings, translationPaths } from './translation-paths.ts';

/** A document, and the paths that its translations and review files are going to have. */
export interface Claim {
  readonly source: string;
  readonly outputs: readonly string[];
}

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

/** A path of a document, its own or an output's. */
interface ClaimedPath {
  readonly source: string;
  readonly path: string;
}

export function claimsOf(sources: readonly string[], settings: PathSettings): readonly Claim[] {
  return sources.map((source) => {
    const files = settings.targets.map((language) => translationPaths(source, language, settings));
    return { source, outputs: files.flatMap(({ path, reviewPath }) => [path, reviewPath]) };
  });
}

export function sharedPath(claims: readonly Claim[]): SharedPath | undefined {
  const owners = new Map<string, string>();
  for (const { source, outputs } of claims)
    for (const path of outputs) {
      const other = owners.get(path);
      if (other !== undefined) return { path, sources: [other, source] };
      owners.set(path, source);
    }
  return undefined;
}

/** At most one for each document. Of twins, both have one: whichever was left, the other would become its translation. */
export function pathProblems(claims: readonly Claim[]): readonly PathProblem[] {
  const owners = byFoldedPath(claims);
  return claims.flatMap((claim): readonly PathProblem[] => {
    const message = nameProblem(claim) ?? twinProblem(claim, owners);
    return message === undefined ? [] : [{ source: claim.source, message }];
  });
}

const pathsOf = ({ source, outputs }: Claim): readonly string[] => [source, ...outputs];

function byFoldedPath(claims: readonly Claim[]): ReadonlyMap<string, readonly ClaimedPath[]> {
  const owners = new Map<string, ClaimedPath[]>();
  for (const claim of claims)
    for (const path of pathsOf(claim)) {
      const key = foldedPath(path);
      const same = owners.get(key);
      if (same === undefined) owners.set(key, [{ source: claim.source, path }]);
      else same.push({ source: claim.source, path });
    }
  return owners;
}

function nameProblem(claim: Claim): Message | undefined {
  const name = pathsOf(claim)
    .map(unstorableName)
    .find((each) => each !== undefined);
  if (name !== undefined) return { id: 'file.name.reserved', values: { name } };
  const path = claim.outputs.find((each) => !isOutputPlace(each));
  return path === undefined ? undefined : { id: 'file.output', values: { path } };
}

function twinProblem(claim: Claim, owners: ReadonlyMap<string, readonly ClaimedPath[]>): Message | undefined {
  for (const path of pathsOf(claim)) {
    const other = owners.get(foldedPath(path))?.find(({ source }) => source !== claim.source);
    if (other === undefined) continue;
    return path === claim.source && other.path === other.source
      ? { id: 'file.twin', values: { other: other.source } }
      : { id: 'file.twin.output', values: { path, other: other.path, source: other.source } };
  }
  return undefined;
}
