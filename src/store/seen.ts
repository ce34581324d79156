import { AsyncLocalStorage } from 'node:async_hooks';
import { lstatSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from './folder-hashes.ts';

/** What a run can see. `there`: whether anything stands at a path; `answer`: git's. */
export type Kind = 'file' | 'folder' | 'there' | 'answer' | 'variable';

export interface Sight {
  /** Size and times: as long as they are the same, so is what was seen. Empty where nothing is to be concluded from them. */
  readonly stamp: string;
  /** SHA-256 of what was seen; empty where nothing was. */
  readonly digest: string;
  /** Of a folder that this process saw: its names. */
  readonly names?: string | undefined;
}

/** Sights of one kind in one folder (none: of the environment), by their paths, questions or names. */
export interface Sights {
  readonly kind: Kind;
  readonly root: string;
  readonly sights: Map<string, Sight>;
}

/** All that work saw of disk, git and environment. Where it would see the same again, it would do the same again. */
export interface Seen {
  readonly groups: Map<string, Sights>;
  /** Milliseconds, by the clock of the disk: all was seen later than this. */
  readonly since: number;
  /** Not so where it saw something that cannot be looked at again. */
  isWhole: boolean;
  /** Not so where it saw something in two states; the first is here. */
  isSteady: boolean;
}

const current = new AsyncLocalStorage<Seen>();

export async function seeing<T>(since: number, work: () => T | Promise<T>): Promise<{ result: T; seen: Seen }> {
  const seen: Seen = { groups: new Map(), since, isWhole: true, isSteady: true };
  return { result: await current.run(seen, async () => work()), seen };
}

/** Files and folders are known by their stamps, of before they were read; the rest has to be looked at again. */
export interface Look {
  readonly stats?: Stats | undefined;
  /** Absent where nothing was seen. */
  readonly content: string | Uint8Array | undefined;
}

/** Outside of `seeing` nobody wants to know. */
export function saw(kind: Kind, [root, name]: readonly [string, string], { stats, content }: Look): void {
  const seen = current.getStore();
  if (seen === undefined) return;
  const digest = digestOf(content);
  const sights = sightsIn(seen, kind, root);
  const before = sights.get(name);
  if (before !== undefined && before.digest !== digest) {
    seen.isSteady = false;
    return;
  }
  const names = kind === 'folder' ? content?.toString() : undefined;
  const stamp = stats !== undefined && isProof(stats, seen.since) ? stampOf(stats) : '';
  sights.set(name, { stamp, digest, ...(names !== undefined && { names }) });
}

export function digestOf(content: string | Uint8Array | undefined): string {
  return content === undefined ? '' : sha256(content);
}

/** Something was seen that `saw` cannot tell of. */
export function sawTrouble(): void {
  const seen = current.getStore();
  if (seen !== undefined) seen.isWhole = false;
}

/** The variables that the work reads are seen. */
export function seenVariables<T extends Readonly<Record<string, string | undefined>>>(variables: T): T {
  return new Proxy(variables, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof name === 'string')
        saw('variable', ['', name], { content: typeof value === 'string' ? value : undefined });
      return value;
    },
    ownKeys(target) {
      sawTrouble();
      return Reflect.ownKeys(target);
    },
  });
}

/** Of what stands there now; empty for nothing. */
export function stampAt(root: string, path: string): string {
  const stats = lstatSync(join(root, path), { throwIfNoEntry: false });
  return stats === undefined ? '' : stampOf(stats);
}

/** Times in milliseconds, with their fractions. */
function stampOf({ size, mtimeMs, ctimeMs, ino }: Stats): string {
  return `${size} ${mtimeMs} ${ctimeMs} ${ino}`;
}

/**
 * A file that is changed twice within a tick of the disk's clock has the same times after both: what was young when it
 * was read may have changed since without a trace. The coarsest clocks tick every two seconds (FAT).
 */
function isProof({ mtimeMs, ctimeMs }: Stats, since: number): boolean {
  return Math.max(mtimeMs, ctimeMs) < since - 3000;
}

function sightsIn({ groups }: Seen, kind: Kind, root: string): Map<string, Sight> {
  const name = `${kind} ${root}`;
  const known = groups.get(name) ?? { kind, root, sights: new Map() };
  groups.set(name, known);
  return known.sights;
}
