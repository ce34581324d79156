import { relative } from 'node:path';
import { type CodeOwners, type Platform, platforms } from '../owners/index.ts';
import { readText } from './files.ts';
import { textsAt } from './git.ts';
import { gitTop } from './git-top.ts';
import { platformOf } from './platform.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The CODEOWNERS file of a repository, which stands at its top, above the project or in it. */
export interface OwnersFile extends CodeOwners {
  readonly platform: Platform;
  /** From the repository's top; absent where there is none: it names nobody. */
  readonly file?: string | undefined;
  /** What stands in front of the project's paths: empty, or a folder and `/`. */
  readonly prefix: string;
}

/** As it stands on disk. */
export function readCodeOwners(root: string, env: Environment): OwnersFile {
  const top = gitTop(root) ?? root;
  return ownersFile(root, platformOf(top, env), (path) => readText(top, path));
}

/** As a commit has it. */
export function codeOwnersAt(root: string, commit: string, env: Environment): OwnersFile {
  const top = gitTop(root) ?? root;
  const platform = platformOf(top, env);
  const texts = textsAt(top, commit, platforms[platform].paths);
  return ownersFile(root, platform, (path) => texts.get(path));
}

function ownersFile(root: string, platform: Platform, read: (path: string) => string | undefined): OwnersFile {
  const { paths, read: parse } = platforms[platform];
  const file = paths.find((path) => read(path) !== undefined);
  const folder = relative(gitTop(root) ?? root, root);
  const prefix = folder === '' ? '' : `${folder}/`;
  return { ...parse((file === undefined ? undefined : read(file)) ?? ''), platform, file, prefix };
}
