import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FoundModel } from '../local-models.ts';
import { attempt } from './attempt.ts';
import { diskError } from './disk-error.ts';
import { sha256 } from './folder-hashes.ts';
import {
  type Manifest,
  type ModelFile,
  manifestName,
  manifestVersion,
  readManifest,
  readModelFiles,
} from './model-files.ts';
import { syncFolder } from './write-atomic.ts';

/** The manifest of what is installed, where that is whole and what was found: what is known of `found` beforehand is compared. */
export function installedAlready(folder: string, { pair, files }: FoundModel): Manifest | undefined {
  const manifest = readManifest(folder, pair);
  if (manifest?.files.length !== files.length) return undefined;
  const isSame = files.every(({ name, sha256: hash }) => {
    const file = manifest.files.find((one) => one.name === name);
    return file !== undefined && (hash === undefined || hash === file.sha256);
  });
  return isSame && !(attempt(() => readModelFiles(folder, pair)) instanceof Error) ? manifest : undefined;
}

/**
 * The folder of a model as a whole: written beside its place, then renamed. Its temporary name is always the same, so that
 * what a crash leaves there is found and replaced by the next installation. Throws `UserError` where the disk fails.
 */
export function writeModel(folder: string, found: FoundModel, files: readonly ModelFile[]): Manifest {
  const place = join(folder, found.pair);
  const [temporary, former] = [`${place}.wordferry-tmp`, `${place}.wordferry-old`];
  const manifest = manifestOf(found, files);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    for (const left of [temporary, former]) rmSync(left, { recursive: true, force: true });
    mkdirSync(temporary, { mode: 0o700 });
    for (const { name, content } of files) writeNew(join(temporary, name), content);
    writeNew(join(temporary, manifestName), `${JSON.stringify(manifest, undefined, 2)}\n`);
    syncFolder(temporary);
    putInPlace(temporary, { place, former });
    syncFolder(folder);
    rmSync(former, { recursive: true, force: true });
    return manifest;
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true });
    throw diskError(error, place);
  }
}

/** No folder takes the place of one that is not empty; in between there is none, which the next installation puts right. */
function putInPlace(temporary: string, { place, former }: { readonly place: string; readonly former: string }): void {
  try {
    renameSync(place, former);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  renameSync(temporary, place);
}

function manifestOf({ release, architecture }: FoundModel, files: readonly ModelFile[]): Manifest {
  return {
    version: manifestVersion,
    ...(release !== undefined && { release }),
    ...(architecture !== undefined && { architecture }),
    files: files.map(({ name, content }) => ({ name, bytes: content.length, sha256: sha256(content) })),
  };
}

function writeNew(file: string, content: string | Uint8Array): void {
  const descriptor = openSync(file, 'wx', 0o600);
  try {
    writeFileSync(descriptor, content);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
