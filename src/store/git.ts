import { execFileSync } from 'node:child_process';
import { gitTop } from './git-top.ts';
import { saw } from './seen.ts';

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

interface Asked {
  readonly input?: string;
  /** Milliseconds. */
  readonly timeout?: number;
}

/** The standard output, or nothing where git is missing, the folder is no repository, or the revision unknown. */
export function git(root: string, args: readonly string[], asked: Asked = {}): Buffer | undefined {
  const answer = answerOf(root, args, asked);
  saw('answer', [root, JSON.stringify([args, asked])], { content: answer });
  return answer;
}

/** Asks git what somebody has asked before: `saw` tells what it answers now. */
export function askAgain(root: string, question: string): void {
  const [args, asked]: [string[], Asked] = JSON.parse(question);
  git(root, args, asked);
}

/** Without a repository nobody waits for git to say so. */
function answerOf(root: string, args: readonly string[], { input = '', timeout = 60_000 }: Asked): Buffer | undefined {
  if (process.env.GIT_DIR === undefined && gitTop(root) === undefined) return undefined;
  try {
    return execFileSync('git', [...safe, ...args], {
      cwd: root,
      input,
      maxBuffer: 1 << 30,
      timeout,
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
  const input = revisions.map((revision) => `${revision}^{commit}\n`).join('');
  const out = git(root, ['cat-file', '--batch-check'], { input });
  const lines = (out?.toString() ?? '').split('\n');
  return revisions.map((_, at) => /^([0-9a-f]+) commit /.exec(lines[at] ?? '')?.[1]);
}

/** A commit that both come from; `undefined` where there is none. */
export function mergeBase(root: string, commit: string, other: string): string | undefined {
  return git(root, ['merge-base', commit, other])?.toString().trim() || undefined;
}

/** Paths below a folder (from the root; `''` is the root) that differ between a commit and the working tree, removed ones included. */
export function changedPaths(root: string, commit: string, folder: string): readonly string[] {
  return changedBetween(root, [commit], folder);
}

/** The same between two commits. */
export function changedBetween(root: string, commits: readonly string[], folder: string): readonly string[] {
  const how = ['--name-only', '--no-renames', '--relative', '-z'];
  return split(git(root, ['--literal-pathspecs', 'diff', ...how, ...commits, '--', folder || '.']));
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
  const texts = textsIn(
    root,
    paths.map((path) => ({ commit, path })),
  );
  return new Map(
    paths.flatMap((path, at): readonly [string, string][] => {
      const text = texts[at];
      return text === undefined ? [] : [[path, text]];
    }),
  );
}

/** A file as a commit has it. */
export interface Version {
  readonly commit: string;
  readonly path: string;
}

/** Texts of files in commits of their own; `undefined` where a commit does not have its file. One process for all. */
export function textsIn(root: string, versions: readonly Version[]): readonly (string | undefined)[] {
  const isNamed = ({ path }: Version) => !path.includes('\n');
  const input = versions.filter(isNamed).map(({ commit, path }) => `${commit}:./${path}\n`);
  const out = input.length === 0 ? undefined : git(root, ['cat-file', '--batch'], { input: input.join('') });
  let at = 0;
  return versions.map((version) => {
    if (out === undefined || !isNamed(version)) return undefined;
    const end = out.indexOf(10, at);
    const size = /^[0-9a-f]+ blob (\d+)$/.exec(out.subarray(at, end).toString())?.[1];
    at = end + 1;
    if (size === undefined) return undefined;
    const text = out.subarray(at, at + Number(size)).toString('utf8');
    at += Number(size) + 1;
    return text;
  });
}

/** Each line of a file in a commit, with its author; none where the commit does not have it. */
export function authorsAt(
  root: string,
  commit: string,
  path: string,
): readonly { readonly line: string; readonly author: string }[] {
  const out = git(root, ['blame', '--line-porcelain', '--no-textconv', commit, '--', path])?.toString('utf8') ?? '';
  let author = '';
  return out.split('\n').flatMap((line) => {
    if (line.startsWith('author ')) author = line.slice('author '.length);
    return line.startsWith('\t') ? [{ line: line.slice(1), author }] : [];
  });
}

function split(out: Buffer | undefined): readonly string[] {
  return (out?.toString('utf8') ?? '').split('\0').filter((path) => path !== '');
}
