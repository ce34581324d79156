import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The bytes of all files that git may see, by path. */
export type Tree = ReadonlyMap<string, string>;

export function readTree(folder: string): Tree {
  return new Map(filesOf(folder).map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

/** When each of them was last written, in nanoseconds. */
export function readTimes(folder: string): ReadonlyMap<string, bigint> {
  return new Map(filesOf(folder).map((path) => [path, statSync(join(folder, path), { bigint: true }).mtimeNs]));
}

function filesOf(folder: string, below = ''): readonly string[] {
  const entries = readdirSync(join(folder, below), { withFileTypes: true });
  const seen = entries.filter(({ name }) => below !== '' || !['.git', '.wordferry'].includes(name));
  return seen.flatMap((entry) => {
    const path = join(below, entry.name);
    return entry.isDirectory() ? filesOf(folder, path) : [path];
  });
}
