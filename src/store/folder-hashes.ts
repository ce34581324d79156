import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join, posix } from 'node:path';
import { UserError } from '../errors.ts';

/** SHA-256 of each file of a folder by its path, hidden ones too: `.nojekyll` is somebody's. A link counts as where it leads. */
export function hashesIn(folder: string): ReadonlyMap<string, string> {
  return new Map(filesIn(folder, '').map((path) => [path, hashAt(folder, path)]));
}

export function linkTarget(folder: string, path: string): string | undefined {
  const file = join(folder, path);
  return lstatSync(file).isSymbolicLink() ? readlinkSync(file) : undefined;
}

export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Throws `UserError` for what can be read only once, or never: a pipe, a socket, a device. */
function filesIn(folder: string, path: string): readonly string[] {
  return readdirSync(join(folder, path), { withFileTypes: true }).flatMap((entry) => {
    const inside = posix.join(path, entry.name);
    if (entry.isDirectory()) return filesIn(folder, inside);
    if (entry.isFile() || entry.isSymbolicLink()) return [inside];
    throw new UserError(
      { id: 'publish.special' },
      { place: { file: join(folder, inside) }, hint: { id: 'publish.taken.hint' } },
    );
  });
}

function hashAt(folder: string, path: string): string {
  const target = linkTarget(folder, path);
  return sha256(target === undefined ? readFileSync(join(folder, path)) : `link ${target}`);
}
