import { closeSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname } from 'node:path';
import { UserError } from '../errors.ts';
import { isBuilt, packageFile } from '../package-files.ts';
import { stateFolder } from './state-folder.ts';
import { createNew, remove } from './write-atomic.ts';

/** A file of the review page. */
export interface PageFile {
  readonly type: string;
  readonly content: Buffer;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** The files of the page as they are now, by the path that a browser asks for. Throws `UserError` where there is no page. */
export function readPage(folder: URL = pageFolder()): ReadonlyMap<string, PageFile> {
  const files = new Map(namesIn(folder).flatMap((name) => pageFile(folder, name)));
  const index = files.get('/index.html');
  if (index === undefined) throw new UserError({ id: 'review.page' }, { hint: { id: 'review.page.hint' } });
  return new Map([['/', index], ...files]);
}

/** Tests run the sources; the page is always built. */
const pageFolder = (): URL => packageFile(isBuilt ? 'review/' : '../dist/review/');

function namesIn(folder: URL): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' });
  } catch {
    return [];
  }
}

function pageFile(folder: URL, name: string): readonly [string, PageFile][] {
  const type = types[extname(name)];
  if (type === undefined) return [];
  const path = name.replaceAll('\\', '/');
  return [[`/${path}`, { type, content: readFileSync(new URL(path, folder)) }]];
}

const doorPath = '.wordferry/review.html';

/**
 * A page that leads to an address with a secret in it, for its owner only. A command line is seen by all users of the
 * machine, and the browser is started with one. Gives its path and what takes it away.
 */
export function writeDoor(root: string, url: string): { readonly path: string; remove(): void } {
  const path = `${stateFolder(root)}/review.html`;
  const descriptor = createNew(path, 0o600);
  try {
    writeFileSync(descriptor, `<!doctype html><meta http-equiv="refresh" content="0; url=${url}">\n`);
  } finally {
    closeSync(descriptor);
  }
  return { path, remove: () => remove(root, doorPath) };
}
