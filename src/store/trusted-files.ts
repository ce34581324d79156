import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { diskError } from './disk-error.ts';
import { configFolder } from './user-folder.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** A file as it is at this moment. */
export interface FileRecord {
  /** Without symbolic links. */
  readonly path: string;
  /** SHA-256 of its bytes. */
  readonly hash: string;
}

/** Throws where it cannot be read. */
export function recordOf(file: string): FileRecord {
  return { path: realpathSync(file), hash: createHash('sha256').update(readFileSync(file)).digest('hex') };
}

/** Whether the user has said of a file, with these very bytes, that it may run. */
export function isTrusted({ path, hash }: FileRecord, env: Environment): boolean {
  return readLines(env).includes(`${hash}  ${path}`);
}

/** Throws `UserError` where the user's folder takes nothing. */
export function trust({ path, hash }: FileRecord, env: Environment): void {
  const folder = configFolder(env);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    appendFileSync(join(folder, fileName), `${hash}  ${path}\n`, { mode: 0o600 });
  } catch (error) {
    throw diskError(error, join(folder, fileName));
  }
}

/** A line a file, as `sha256sum` writes them. */
const fileName = 'trusted-engines';

function readLines(env: Environment): readonly string[] {
  try {
    return readFileSync(join(configFolder(env), fileName), 'utf8').split('\n');
  } catch {
    return [];
  }
}
