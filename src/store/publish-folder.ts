import {
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { UserError } from '../errors.ts';
import { manifestPath, readManifest } from '../pipeline/publish/manifest.ts';
import type { Published, Release } from '../pipeline/publish/release.ts';
import { diskError } from './files.ts';
import { hashesIn, linkTarget, sha256 } from './folder-hashes.ts';
import { syncFolder, writeAtomic } from './write-atomic.ts';

/**
 * What a published folder holds; nothing where there is none yet. Throws `UserError` where something stands there that
 * wordferry did not write.
 */
export function readPublished(folder: string): Published {
  try {
    const place = standing(folder);
    if (isNothing(place)) return { documents: [], hashes: new Map() };
    const documents = readManifest(readFile(join(place, manifestPath)));
    if (documents !== undefined) return { documents, hashes: hashesIn(place) };
  } catch (error) {
    throw diskError(error, folder);
  }
  throw foreign(folder);
}

/**
 * Replaces a published folder as a whole. A rename cannot replace a folder that is not empty, but it can replace a
 * symbolic link: `public` is a link to `.public.<digest>` beside it, and a reader sees the old files or the new ones.
 * Whether it may be replaced is what `readPublished` finds out.
 */
export function swapFolder(folder: string, files: Release['files']): void {
  try {
    mkdirSync(dirname(folder), { recursive: true });
    const generation = buildGeneration(folder, files);
    const link = beside(folder, 'link');
    rmSync(link, { force: true });
    symlinkSync(basename(generation), link);
    moveAside(folder);
    renameSync(link, folder);
    syncFolder(dirname(folder));
    removeOthers(folder, generation);
  } catch (error) {
    throw diskError(error, folder);
  }
}

/** `.public.<end>`, beside `public`. */
const beside = (folder: string, end: string): string => join(dirname(folder), `.${basename(folder)}.${end}`);

const isThere = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined;

/**
 * Where the files are. A folder that is no link yet (a download, say) is moved aside before the link takes its place; this
 * happens once and is the only step that is not atomic. A run that was killed right then has left the folder there.
 */
function standing(folder: string): string {
  const aside = beside(folder, 'old');
  return !isThere(folder) && isThere(aside) ? aside : folder;
}

function moveAside(folder: string): void {
  if (!lstatSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  rmSync(beside(folder, 'old'), { recursive: true, force: true });
  renameSync(folder, beside(folder, 'old'));
}

/** Throws `UserError` where no folder stands there, or a link that is not ours. */
function isNothing(place: string): boolean {
  const found = lstatSync(place, { throwIfNoEntry: false });
  if (found === undefined) return true;
  if (found.isSymbolicLink() ? !isGeneration(readlinkSync(place), place) : !found.isDirectory()) throw foreign(place);
  return !existsSync(place) || readdirSync(place).length === 0;
}

/** Of a link nothing is read: somebody else put it there. */
function readFile(file: string): string {
  return lstatSync(file, { throwIfNoEntry: false })?.isFile() ? readFileSync(file, 'utf8') : '';
}

/** A folder with these files. One that is there already counts only where nobody changed a byte in it. */
function buildGeneration(folder: string, files: Release['files']): string {
  const hashes = new Map([...files].map(([path, { hash }]) => [path, hash]));
  for (let turn = 0; ; turn += 1) {
    const generation = beside(folder, digest(hashes, turn));
    if (!existsSync(generation)) {
      build(folder, generation, files);
      return generation;
    }
    if (digest(hashesIn(generation), turn) === digest(hashes, turn)) return generation;
  }
}

function build(folder: string, generation: string, files: Release['files']): void {
  const [before, temporary] = [standing(folder), beside(folder, 'new')];
  rmSync(temporary, { recursive: true, force: true });
  mkdirSync(temporary);
  for (const [path, { text }] of files) {
    if (text === undefined) takeOver(path, before, temporary);
    else writeAtomic(temporary, path, text);
  }
  renameSync(temporary, generation);
}

function takeOver(path: string, before: string, temporary: string): void {
  const target = linkTarget(before, path);
  if (target === undefined) {
    mkdirSync(dirname(join(temporary, path)), { recursive: true });
    copyFileSync(join(before, path), join(temporary, path));
  } else {
    mkdirSync(dirname(join(temporary, path)), { recursive: true });
    symlinkSync(target, join(temporary, path));
  }
}

function digest(hashes: ReadonlyMap<string, string>, turn: number): string {
  const sorted = [...hashes].sort(([a], [b]) => (a < b ? -1 : 1));
  return sha256(JSON.stringify([sorted, turn])).slice(0, 12);
}

function isGeneration(entry: string, folder: string): boolean {
  const start = basename(beside(folder, ''));
  return entry.startsWith(start) && /^[0-9a-f]{12}$/.test(entry.slice(start.length));
}

function removeOthers(folder: string, generation: string): void {
  const entries = readdirSync(dirname(folder)).filter((entry) => isGeneration(entry, folder));
  const others = entries.map((entry) => join(dirname(folder), entry)).filter((path) => path !== generation);
  for (const path of [...others, beside(folder, 'old'), beside(folder, 'new')])
    rmSync(path, { recursive: true, force: true });
}

function foreign(file: string): UserError {
  return new UserError({ id: 'publish.foreign' }, { place: { file }, hint: { id: 'publish.foreign.hint' } });
}
