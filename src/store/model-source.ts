import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../errors.ts';
import { type FoundModel, missingRoles, roleOf, rolesOf } from '../local-models.ts';
import { diskError } from './disk-error.ts';
import { readBytes } from './files.ts';
import { sha256 } from './folder-hashes.ts';
import { unpackModelFile } from './unpack-model.ts';

/**
 * A model in a folder that a person named, as Mozilla names its files, in it or in a folder of its languages: `de-en/`. Throws
 * `UserError` where a file is missing.
 */
export function findModelIn(folder: string, pair: string): FoundModel {
  const root = folderOf(folder, pair);
  const names = namesIn(root).filter((file) => isOf(pair, file));
  const missing = missingRoles(names);
  if (missing.length > 0)
    throw new UserError(
      { id: 'models.incomplete', values: { pair, missing: missing.join(', ') } },
      { place: { file: root } },
    );
  const files = rolesOf(names).flatMap((role) => names.find((name) => roleOf(name) === role) ?? []);
  return { pair, files: files.map((file) => foundIn(root, file)) };
}

/** All of it is at hand: its hash says whether it is installed already. */
function foundIn(root: string, file: string): FoundModel['files'][number] {
  const name = file.replace(/\.gz$/u, '');
  const packed = readBytes(root, file);
  if (packed === undefined) throw new UserError({ id: 'file.missing' }, { place: { file: join(root, file) } });
  const content = unpackModelFile(packed, { name, read: async () => packed });
  return { name, bytes: content.length, sha256: sha256(content), read: async () => content };
}

function folderOf(folder: string, pair: string): string {
  const own = join(folder, pair);
  try {
    return realpathSync(existsSync(own) ? own : folder);
  } catch (error) {
    throw diskError(error, folder);
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    throw diskError(error, folder);
  }
}

/** `lex.50.50.deen.s2t.bin.gz` is of `de-en`. */
function isOf(pair: string, file: string): boolean {
  return roleOf(file) !== undefined && file.split('.').includes(pair.replace('-', ''));
}
