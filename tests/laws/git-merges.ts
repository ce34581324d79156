import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Disk } from './disk.ts';

/** Two branches that part at `base`. */
export interface Fork {
  readonly base: Disk;
  readonly ours: Disk;
  readonly theirs: Disk;
}

/** What git makes of it: the files, those in conflict with markers. */
export interface GitMerge {
  readonly files: ReadonlyMap<string, string>;
  readonly conflicted: ReadonlySet<string>;
}

/** As `git merge` merges each of many forks: all of them in one bare repository, without a working tree. */
export function mergeAll(forks: readonly Fork[]): readonly GitMerge[] {
  const folder = mkdtempSync(join(tmpdir(), 'wordferry-merges-'));
  try {
    const git = (args: readonly string[], input = '') =>
      execFileSync('git', args, { cwd: folder, input, maxBuffer: 1 << 30, stdio: ['pipe', 'pipe', 'ignore'] });
    git(['init', '-q', '--bare']);
    git(['fast-import', '--quiet'], forks.map((fork, at) => streamOf(fork, at * 3 + 1)).join(''));
    const merged = forks.map((_, at) => mergeTree(folder, at));
    const wanted = forks.flatMap(({ ours, theirs }, at) => {
      const paths = [...new Set([...ours.files.keys(), ...theirs.files.keys()])];
      return paths.map((path) => ({ at, path }));
    });
    const names = wanted.map(({ at, path }) => `${merged[at]?.tree}:${path}\n`).join('');
    const texts = textsIn(git(['cat-file', '--batch'], names), wanted.length);
    return merged.map(({ conflicted }, at) => {
      const files = wanted.flatMap((each, index): readonly [string, string][] => {
        const text = texts[index];
        return each.at !== at || text === undefined ? [] : [[each.path, text]];
      });
      return { files: new Map(files), conflicted };
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function mergeTree(folder: string, at: number): { readonly tree: string; readonly conflicted: ReadonlySet<string> } {
  const args = ['merge-tree', '--write-tree', '--name-only', '--no-messages', '-z', `ours${at}`, `theirs${at}`];
  const { stdout } = spawnSync('git', args, { cwd: folder, encoding: 'utf8' });
  const [tree = '', ...conflicted] = stdout.split('\0').filter((part) => part !== '');
  return { tree, conflicted: new Set(conflicted) };
}

/** What `git cat-file --batch` says; `undefined` for what is missing. */
function textsIn(out: Buffer, count: number): readonly (string | undefined)[] {
  let at = 0;
  return Array.from({ length: count }, () => {
    const end = out.indexOf(10, at);
    const size = / blob (\d+)$/.exec(out.subarray(at, end).toString())?.[1];
    const start = end + 1;
    at = size === undefined ? start : start + Number(size) + 1;
    return size === undefined ? undefined : out.subarray(start, start + Number(size)).toString();
  });
}

/** Three commits for `git fast-import`. */
function streamOf({ base, ours, theirs }: Fork, mark: number): string {
  const at = (mark - 1) / 3;
  return [
    commit(`refs/heads/base${at}`, base, { mark }),
    commit(`refs/heads/ours${at}`, ours, { mark: mark + 1, from: mark }),
    commit(`refs/heads/theirs${at}`, theirs, { mark: mark + 2, from: mark }),
  ].join('');
}

function commit(
  branch: string,
  { files }: Disk,
  { mark, from }: { readonly mark: number; readonly from?: number },
): string {
  const data = (text: string) => `data ${Buffer.byteLength(text)}\n${text}\n`;
  const changes = [...files].map(([path, text]) => `M 100644 inline ${path}\n${data(text)}`);
  const parent = from === undefined ? '' : `from :${from}\n`;
  return `commit ${branch}\nmark :${mark}\ncommitter Test <test@example.org> 1700000000 +0000\n${data('x')}${parent}deleteall\n${changes.join('')}\n`;
}
