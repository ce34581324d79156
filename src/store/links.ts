import { existsSync, readdirSync } from 'node:fs';
import { join, posix } from 'node:path';

/** Symbolic links below a folder, from the root, with `/`, sorted: nothing is read through them. */
export function linksBelow(root: string, folder: string): readonly string[] {
  if (!existsSync(join(root, folder))) return [];
  const entries = readdirSync(join(root, folder), { withFileTypes: true });
  const paths = entries.flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    if (entry.isDirectory()) return linksBelow(root, path);
    return entry.isSymbolicLink() ? [path] : [];
  });
  return paths.sort();
}
