import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readdirSync, readlinkSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { UserError } from '../errors.ts';
import { diskError, listFiles, readText, syncFolder, writeAtomic } from './files.ts';

/** What a published folder holds, by path. */
export type PublishedFiles = ReadonlyMap<string, string>;

export function readPublished(folder: string): PublishedFiles {
  const paths = listFiles(folder, '.');
  return new Map(paths.map((path) => [path, readText(folder, path) ?? '']));
}

/**
 * Replaces a published folder as a whole. A rename cannot replace a folder that is not empty, but it can replace a
 * symbolic link: `public` is a link to `.public.<digest>` beside it, and a reader sees the old files or the new ones.
 * Throws `UserError` where something stands there that wordferry did not write.
 */
export function swapFolder(folder: string, files: PublishedFiles): void {
  const [parent, name] = [dirname(folder), basename(folder)];
  const generation = `.${name}.${digest(files)}`;
  try {
    mkdirSync(parent, { recursive: true });
    if (!existsSync(join(parent, generation))) build(join(parent, `.${name}.new`), join(parent, generation), files);
    makeRoom(folder);
    const link = join(parent, `.${name}.link`);
    rmSync(link, { force: true });
    symlinkSync(generation, link);
    renameSync(link, folder);
    syncFolder(parent);
    removeOthers(parent, name, generation);
  } catch (error) {
    throw diskError(error, folder);
  }
}

function digest(files: PublishedFiles): string {
  const hash = createHash('sha256');
  for (const [path, text] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) hash.update(JSON.stringify([path, text]));
  return hash.digest('hex').slice(0, 12);
}

function build(temporary: string, generation: string, files: PublishedFiles): void {
  rmSync(temporary, { recursive: true, force: true });
  mkdirSync(temporary);
  for (const [path, text] of files) writeAtomic(temporary, path, text);
  renameSync(temporary, generation);
}

/** A real folder in the link's place goes away where it is empty or ours; this happens once and is the only step that is not atomic. */
function makeRoom(folder: string): void {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  if (found === undefined || isOurLink(folder)) return;
  const isOurs =
    found.isDirectory() && (readdirSync(folder).length === 0 || isManifest(readText(folder, 'manifest.json')));
  if (!isOurs)
    throw new UserError({ id: 'publish.foreign' }, { place: { file: folder }, hint: { id: 'publish.foreign.hint' } });
  rmSync(folder, { recursive: true });
}

function isOurLink(folder: string): boolean {
  return lstatSync(folder).isSymbolicLink() && readlinkSync(folder).startsWith(`.${basename(folder)}.`);
}

function isManifest(text: string | undefined): boolean {
  return text?.includes('"generator": "wordferry"') ?? false;
}

function removeOthers(parent: string, name: string, generation: string): void {
  const old = readdirSync(parent).filter(
    (entry) => /^\.[0-9a-f]{12}$/.test(entry.slice(name.length + 1)) && entry.startsWith(`.${name}.`),
  );
  for (const entry of old) if (entry !== generation) rmSync(join(parent, entry), { recursive: true, force: true });
}
