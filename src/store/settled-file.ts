import { hash } from 'node:crypto';
import { closeSync, fstatSync, renameSync, writeFileSync } from 'node:fs';
import { readBytes } from './files.ts';
import { insideRoot, lookInside } from './inside.ts';
import type { Sight, Sights } from './seen.ts';
import { stateFolder } from './state-folder.ts';
import { createNew, removeTemporary, temporaryPath } from './write-atomic.ts';

/** What the last run that had nothing left to do depended on, and what it said. */
export interface Settled {
  /** What was asked for: program, command line, interface language. */
  readonly wish: string;
  readonly lines: readonly Line[];
  readonly groups: readonly Sights[];
}

/** One call of `Output`. */
export type Line = readonly [by: 'print' | 'write' | 'note', text: string];

const settledPath = '.wordferry/settled.json';

/** Of another layout: ignored, like one that is damaged. */
const version = 1;

/** `undefined` where there is none to be believed: one that came with the repository, or was copied, is not ours. */
export function readSettled(root: string): Settled | undefined {
  try {
    const { found } = lookInside(root, settledPath);
    if (found === undefined || (found.mode & 0o777) !== 0o600) return undefined;
    const text = readBytes(root, settledPath)?.toString('utf8') ?? '';
    const [digest, content] = [text.slice(0, 64), text.slice(65)];
    if (hash('sha256', content) !== digest) return undefined;
    const { version: own, ino, groups, ...settled } = JSON.parse(content);
    return own === version && ino === found.ino ? { ...settled, groups: groups.map(unpacked) } : undefined;
  } catch {
    return undefined;
  }
}

/** Derived: where the disk does not take it, the next run takes longer. */
export function writeSettled(root: string, { groups, ...settled }: Settled): void {
  try {
    stateFolder(root);
    const file = insideRoot(root, settledPath);
    const descriptor = createNew(temporaryPath(file), 0o600);
    try {
      const { ino } = fstatSync(descriptor);
      const content = JSON.stringify({ version, ino, ...settled, groups: groups.map(packed) });
      writeFileSync(descriptor, `${hash('sha256', content)}\n${content}`);
    } finally {
      closeSync(descriptor);
    }
    renameSync(temporaryPath(file), file);
  } catch {
    removeTemporary(root, settledPath);
  }
}

const packed = ({ kind, root, sights }: Sights) => ({
  kind,
  root,
  sights: [...sights].map(([name, { stamp, digest }]) => [name, stamp, digest]),
});

function unpacked({ kind, root, sights }: ReturnType<typeof packed>): Sights {
  const entries = sights.map(([name = '', stamp = '', digest = '']): [string, Sight] => [name, { stamp, digest }]);
  return { kind, root, sights: new Map(entries) };
}
