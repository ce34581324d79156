import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { UserError } from '../../src/errors.ts';

/** A folder for one test. */
export interface Folder {
  readonly root: string;
  put(path: string, content?: string | Uint8Array): void;
  get(path: string): string;
  remove(): void;
}

export function createFolder(): Folder {
  const root = mkdtempSync(join(tmpdir(), 'wordferry-store-'));
  return {
    root,
    put(path, content = '') {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), content);
    },
    get: (path) => readFileSync(join(root, path), 'utf8'),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** The `UserError` that something throws. */
export function refusal(work: () => unknown): UserError {
  try {
    work();
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error('expected a UserError');
}
