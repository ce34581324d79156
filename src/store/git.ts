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

/** The standard output, or nothing where git is missing, the folder is no repository, or the revision unknown. */
function git(root: string, args: readonly string[], input = ''): Buffer | undefined {
  const answer = answerOf(root, args, input);
  saw('answer', [root, JSON.stringify([args, input])], { content: answer });
  return answer;
}

/** Asks git what somebody has asked before: `saw` tells what it answers now. */
export function askAgain(root: string, question: string): void {
  const [args, input]: [string[], string] = JSON.parse(question);
  git(root, args, input);
}

/** Without a repository nobody waits for git to say so. */
function answerOf(root: string, args: readonly string[], input: string): Buffer | undefined {
  if (process.env.GIT_DIR === undefined && gitTop(root) === undefined) return undefined;
  try {
    return execFileSync('git', [...safe, ...args], {
      cwd: root,
      input,
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

/** Texts of files in a commit, by path; what the commit does not have is missing. One process for all. */
export function textsAt(root: string, commit: string, paths: readonly string[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const named = paths.filter((path) => !path.includes('\n'));
  const out =
    named.length === 0
      ? undefined
      : git(root, ['cat-file', '--batch'], named.map((path) => `${commit}:./${path}\n`).join(''));
  let at = 0;
  for (const path of out === undefined ? [] : named) {
    const end = out?.indexOf(10, at) ?? -1;
    const size = /^[0-9a-f]+ blob (\d+)$/.exec(out?.subarray(at, end).toString() ?? '')?.[1];
    at = end + 1;
    if (size === undefined) continue;
    texts.set(path, out?.subarray(at, at + Number(size)).toString('utf8') ?? '');
    at += Number(size) + 1;
  }
  return texts;
}

function split(out: Buffer | undefined): readonly string[] {
  return (out?.toString('utf8') ?? '').split('\0').filter((path) => path !== '');
}
