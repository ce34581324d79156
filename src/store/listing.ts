import { isUtf8 } from 'node:buffer';
import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { isHidden } from '../paths/safe-path.ts';
import { diskError } from './disk-error.ts';
import { saw, sawTrouble } from './seen.ts';

/** What is below a folder. Symbolic links are not followed; hidden files and `node_modules` are not listed. */
export interface Listing {
  /** Regular files, from the root, with `/`, sorted. */
  readonly paths: readonly string[];
  /** Files and folders whose names cannot be told in messages and review files. */
  readonly misnamed: readonly Misnamed[];
  /** Symbolic links, sorted. */
  readonly links: readonly string[];
}

export interface Misnamed {
  /** As it can be shown: `b\xff.txt`. */
  readonly path: string;
  readonly isFolder: boolean;
  readonly why: 'bytes' | 'control';
}

/** Whether nobody wants to know of a path; folders, which end in `/`, are not looked into then. */
export type Skip = (path: string) => boolean;

interface Found {
  readonly paths: string[];
  readonly misnamed: Misnamed[];
  readonly links: string[];
}

export function listFolder(root: string, folder: string, isSkipped: Skip = () => false): Listing {
  const found: Found = { paths: [], misnamed: [], links: [] };
  collect(found, root, { folder, isSkipped });
  return { ...found, paths: found.paths.sort(), links: found.links.sort() };
}

function collect(found: Found, root: string, below: { readonly folder: string; readonly isSkipped: Skip }): void {
  const { folder, isSkipped } = below;
  for (const entry of entriesOf(root, folder)) {
    const why = faultOf(entry.name);
    const path = posix.join(folder, why === undefined ? entry.name.toString() : shown(entry.name));
    const isFolder = entry.isDirectory();
    if (isSkipped(isFolder ? `${path}/` : path)) continue;
    if (entry.isSymbolicLink()) found.links.push(path);
    else if (!isFolder && !entry.isFile()) continue;
    else if (why !== undefined) found.misnamed.push({ path, isFolder, why });
    else if (isFolder) collect(found, root, { folder: path, isSkipped });
    else found.paths.push(path);
  }
}

/** What stands in a folder and is not hidden. Names as bytes: as texts, some would be names of no file. */
export function entriesOf(root: string, folder: string): readonly Dirent<Buffer>[] {
  try {
    const stats = statSync(join(root, folder), { throwIfNoEntry: false });
    const all = stats === undefined ? [] : readdirSync(join(root, folder), { withFileTypes: true, encoding: 'buffer' });
    const entries = all.filter(({ name }) => !isHidden(name.toString('latin1')));
    saw('folder', [root, folder], { stats, content: stats && told(entries) });
    return entries;
  } catch (error) {
    sawTrouble();
    throw diskError(error, folder);
  }
}

/** Names and what they are names of, in whatever order the disk has them. */
function told(entries: readonly Dirent<Buffer>[]): string {
  const kindOf = (entry: Dirent<Buffer>) =>
    entry.isDirectory() ? '/' : entry.isSymbolicLink() ? '@' : entry.isFile() ? '' : '?';
  const lines = entries.map((entry) => `${entry.name.toString('latin1')}${kindOf(entry)}`);
  return toldNames(lines);
}

/** Names of files, and with a `/` of folders. */
export const toldNames = (names: Iterable<string>): string => [...names].sort().join('\0');

function faultOf(name: Buffer): Misnamed['why'] | undefined {
  if (!isUtf8(name)) return 'bytes';
  return /\p{Cc}/u.test(name.toString()) ? 'control' : undefined;
}

function shown(name: Buffer): string {
  const code = (sign: string) => `\\x${sign.charCodeAt(0).toString(16).padStart(2, '0')}`;
  return isUtf8(name) ? name.toString().replace(/\p{Cc}/gu, code) : name.toString('latin1').replace(/[^ -~]/g, code);
}
