import { execFileSync } from 'node:child_process';

/** Git as a place to read from: no locks, no hooks, no file system monitor of the repository's choosing. */
const safe = [
  '--no-optional-locks',
  '-c',
  'core.fsmonitor=false',
  '-c',
  'core.hooksPath=/dev/null',
  '-c',
  'core.quotePath=false',
];

/** The standard output, or nothing where git is missing, the folder is no repository, or the revision unknown. */
function git(root: string, args: readonly string[], input?: string): Buffer | undefined {
  try {
    return execFileSync('git', [...safe, ...args], {
      cwd: root,
      input: input ?? '',
      maxBuffer: 1 << 30,
      timeout: 60_000,
      stdio: ['pipe', 'pipe', 'ignore'],
    });
  } catch {
    return undefined;
  }
}

/** The commit that a revision names; `undefined` where there is none (or no repository). */
export function commitOf(root: string, revision: string): string | undefined {
  return git(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`])
    ?.toString()
    .trim();
}

/** The same for several revisions at once, in one process. */
export function commitsOf(root: string, revisions: readonly string[]): readonly (string | undefined)[] {
  const out = git(root, ['cat-file', '--batch-check'], revisions.map((revision) => `${revision}^{commit}\n`).join(''));
  const lines = (out?.toString() ?? '').split('\n');
  return revisions.map((_, at) => /^([0-9a-f]+) commit /.exec(lines[at] ?? '')?.[1]);
}

/** Paths below a folder (from the root; `''` is the root) that differ between a commit and the working tree, removed ones included. */
export function changedPaths(root: string, commit: string, folder: string): readonly string[] {
  const out = git(root, [
    '--literal-pathspecs',
    'diff',
    '--name-only',
    '--no-renames',
    '--relative',
    '-z',
    commit,
    '--',
    folder || '.',
  ]);
  return split(out);
}

/** Commits that changed a file (a path from the root), the newest first. */
export function commitsThat(root: string, path: string, most: number): readonly string[] {
  const options = ['--full-history', '--format=%H', `--max-count=${most}`];
  const out = git(root, ['--literal-pathspecs', 'log', ...options, '--', path]);
  return (out?.toString() ?? '').split('\n').filter((line) => line !== '');
}

/** Commits are missing that the repository was cloned from. */
export function isShallow(root: string): boolean {
  return git(root, ['rev-parse', '--is-shallow-repository'])?.toString().trim() === 'true';
}

/** Texts of files in a commit, by path; what the commit does not have is missing. One process for all. */
export function textsAt(root: string, commit: string, paths: readonly string[]): ReadonlyMap<string, string> {
  const named = paths.filter((path) => !path.includes('\n'));
  const texts = blobs(
    root,
    named.map((path) => `${commit}:./${path}`),
  );
  return new Map(named.flatMap((path, at) => (texts[at] === undefined ? [] : [[path, texts[at]] as const])));
}

/** Texts of a file in some commits, in their order. */
export function textsIn(root: string, commits: readonly string[], path: string): readonly (string | undefined)[] {
  return path.includes('\n')
    ? []
    : blobs(
        root,
        commits.map((commit) => `${commit}:./${path}`),
      );
}

/** One process for all. */
function blobs(root: string, names: readonly string[]): readonly (string | undefined)[] {
  const out = names.length === 0 ? undefined : git(root, ['cat-file', '--batch'], `${names.join('\n')}\n`);
  let at = 0;
  return (out === undefined ? [] : names).map(() => {
    const end = out?.indexOf(10, at) ?? -1;
    const size = /^[0-9a-f]+ blob (\d+)$/.exec(out?.subarray(at, end).toString() ?? '')?.[1];
    at = end + 1;
    if (size === undefined) return undefined;
    const text = out?.subarray(at, at + Number(size)).toString('utf8') ?? '';
    at += Number(size) + 1;
    return text;
  });
}

function split(out: Buffer | undefined): readonly string[] {
  return (out?.toString('utf8') ?? '').split('\0').filter((path) => path !== '');
}
