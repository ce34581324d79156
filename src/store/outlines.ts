import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Outline } from '../pipeline/index.ts';
import { attempt } from './attempt.ts';
import { readBytes } from './files.ts';
import { stateFolder } from './state-folder.ts';
import { writeDerived } from './write-atomic.ts';

const folder = '.wordferry/outlines';

/** A document that a run has put on disk, or found there as it should be. */
export interface Finished {
  /** Of the translated file. */
  readonly path: string;
  /** What it was written from. */
  readonly source: string;
  readonly isWritten: boolean;
  /** Something stands there that is not the source's. */
  readonly hasOwn: boolean;
  outline(): Outline;
}

/**
 * What translated files were written from, one file each in `.wordferry/`, and an index with the hashes of their sources.
 * Written behind the translated files: an older outline makes a run ask git, a newer one would make it take what fell behind
 * for a person's. One that is lost is no harm.
 */
export function keepOutlines(root: string, documents: readonly Finished[]): void {
  const index = new Map(indexIn(root));
  const stale = documents.filter(({ path, source, isWritten, hasOwn }) => {
    const known = index.get(path);
    return isWritten || (known === undefined ? hasOwn : known !== hash(source));
  });
  if (stale.length === 0) return;
  attempt(() => {
    stateFolder(root);
    for (const { path, source, outline } of stale) {
      const { units, gaps, rests } = outline();
      writeDerived(root, placeOf(path), JSON.stringify({ units, gaps, rests }));
      index.set(path, hash(source));
    }
    writeDerived(root, join(folder, 'index.json'), JSON.stringify([...index]));
  });
}

/** `undefined` where there is none, or none that a run wrote: the folder may have come with the repository. */
export function readOutline(root: string, path: string): Outline | undefined {
  const { units, gaps, rests } = (parsed(root, placeOf(path)) ?? {}) as Readonly<Record<string, unknown>>;
  return areTexts(units) && areTexts(gaps) && areTexts(rests) ? { units, gaps, rests } : undefined;
}

function parsed(root: string, path: string): unknown {
  try {
    return JSON.parse(readBytes(root, path)?.toString('utf8') ?? 'null');
  } catch {
    return undefined;
  }
}

/** Hashes by path. */
function indexIn(root: string): readonly (readonly [string, string])[] {
  const pairs = parsed(root, join(folder, 'index.json'));
  return Array.isArray(pairs)
    ? pairs.filter((pair): pair is [string, string] => areTexts(pair) && pair.length === 2)
    : [];
}

const areTexts = (list: unknown): list is readonly string[] =>
  Array.isArray(list) && list.every((each) => typeof each === 'string');

/** No name of a document is too long, or another one on a disk that ignores case. */
const placeOf = (path: string): string => join(folder, `${hash(path)}.json`);

const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);
