import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Outline } from '../pipeline/index.ts';
import { attempt } from './attempt.ts';
import { readBytes } from './files.ts';
import { stateFolder } from './state-folder.ts';
import { writeDerived } from './write-atomic.ts';

/**
 * What translated files were written from, one file each in `.wordferry/`. Written behind the translated file: an older one
 * makes a run ask git, a newer one would make it take what fell behind for a person's. One that is lost is no harm.
 */
export function keepOutlines(root: string, outlines: ReadonlyMap<string, Outline>): void {
  if (outlines.size === 0) return;
  attempt(() => {
    stateFolder(root);
    for (const [path, { units, gaps }] of outlines) {
      const text = JSON.stringify({ units, gaps });
      if (readBytes(root, placeOf(path))?.toString('utf8') !== text) writeDerived(root, placeOf(path), text);
    }
  });
}

/** `undefined` where there is none, or none that a run wrote: the folder may have come with the repository. */
export function readOutline(root: string, path: string): Outline | undefined {
  const { units, gaps } = (parsed(root, path) ?? {}) as Readonly<Record<string, unknown>>;
  return areTexts(units) && areTexts(gaps) ? { units, gaps } : undefined;
}

function parsed(root: string, path: string): unknown {
  try {
    return JSON.parse(readBytes(root, placeOf(path))?.toString('utf8') ?? 'null');
  } catch {
    return undefined;
  }
}

const areTexts = (list: unknown): list is readonly string[] =>
  Array.isArray(list) && list.every((each) => typeof each === 'string');

/** No name of a document is too long, or another one on a disk that ignores case. */
function placeOf(path: string): string {
  return join('.wordferry/outlines', `${createHash('sha256').update(path).digest('hex').slice(0, 32)}.json`);
}
