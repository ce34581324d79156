import { isUtf8 } from 'node:buffer';
import { type Dirent, existsSync, readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import { diskError } from './disk-error.ts';

/** What is below a folder. Symbolic links are not followed, hidden files not listed. */
export interface Listing {
  /** Regular files, from the root, with `/`, sorted. */
  readonly paths: readonly string[];
  /** Files and folders whose names cannot be told in messages and review files. */
  readonly misnamed: readonly Misnamed[];
}

export interface Misnamed {
  /** As it can be shown: `b\xff.txt`. */
  readonly path: string;
  readonly isFolder: boolean;
  readonly why: 'bytes' | 'control';
}

export function listFolder(root: string, folder: string): Listing {
  const paths: string[] = [];
  const misnamed: Misnamed[] = [];
  for (const entry of entriesOf(root, folder)) {
    const why = faultOf(entry.name);
    const path = posix.join(folder, why === undefined ? entry.name.toString() : shown(entry.name));
    const isFolder = entry.isDirectory();
    if (!isFolder && !entry.isFile()) continue;
    if (why !== undefined) misnamed.push({ path, isFolder, why });
    else if (!isFolder) paths.push(path);
    else {
      const below = listFolder(root, path);
      paths.push(...below.paths);
      misnamed.push(...below.misnamed);
    }
  }
  return { paths: paths.sort(), misnamed };
}

/** Names as bytes: as texts, some would be names of no file. */
function entriesOf(root: string, folder: string): readonly Dirent<Buffer>[] {
  try {
    if (!existsSync(join(root, folder))) return [];
    const entries = readdirSync(join(root, folder), { withFileTypes: true, encoding: 'buffer' });
    return entries.filter(({ name }) => name[0] !== 0x2e);
  } catch (error) {
    throw diskError(error, folder);
  }
}

function faultOf(name: Buffer): Misnamed['why'] | undefined {
  if (!isUtf8(name)) return 'bytes';
  return /\p{Cc}/u.test(name.toString()) ? 'control' : undefined;
}

function shown(name: Buffer): string {
  const code = (sign: string) => `\\x${sign.charCodeAt(0).toString(16).padStart(2, '0')}`;
  return isUtf8(name) ? name.toString().replace(/\p{Cc}/gu, code) : name.toString('latin1').replace(/[^ -~]/g, code);
}
