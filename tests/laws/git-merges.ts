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
    return forks.map((_, at) => mergeOne(folder, at));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function mergeOne(folder: string, at: number): GitMerge {
  const git = (args: readonly string[], input = '') =>
    spawnSync('git', args, { cwd: folder, input, maxBuffer: 1 << 30, encoding: 'utf8' });
  const merge = ['merge-tree', '--write-tree', '--name-only', '--no-messages', '-z', `ours${at}`, `theirs${at}`];
  const [tree = '', ...conflicted] = git(merge)
    .stdout.split('\0')
    .filter((part) => part !== '');
  const paths = git(['ls-tree', '-r', '--name-only', '-z', tree])
    .stdout.split('\0')
    .filter((path) => path !== '');
  const texts = paths.map((path) => [path, git(['cat-file', 'blob', `${tree}:${path}`]).stdout] as const);
  return { files: new Map(texts), conflicted: new Set(conflicted) };
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
