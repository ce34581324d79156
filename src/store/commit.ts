import { execFile } from 'node:child_process';
import { UserError } from '../errors.ts';
import { commitOf, git } from './git.ts';

/** What is committed, and by whom git says it is. */
export interface Committing {
  readonly message: string;
  readonly paths: readonly string[];
}

/** As git knows who works here; `undefined` where it does not. */
export function personOf(root: string): { readonly name: string; readonly email: string } | undefined {
  const ident = git(root, ['var', 'GIT_AUTHOR_IDENT'])?.toString('utf8') ?? '';
  const [, name, email] = /^([^<\n]*) <([^>\n]*)> /.exec(ident) ?? [];
  return name === undefined || email === undefined ? undefined : { name, email };
}

/** Those of the paths whose files are not what the last commit has. What git ignores is never one of them. */
export function uncommitted(root: string, paths: readonly string[]): readonly string[] {
  if (paths.length === 0) return [];
  const commit = commitOf(root, 'HEAD');
  const list = (args: readonly string[]) =>
    (git(root, ['--literal-pathspecs', ...args, '--', ...paths])?.toString('utf8') ?? '').split('\0');
  const known =
    commit === undefined
      ? list(['ls-files', '-z'])
      : list(['diff', '--name-only', '--no-renames', '--relative', '-z', commit]);
  const all = [...known, ...list(['ls-files', '--others', '--exclude-standard', '-z'])];
  return [...new Set(all.filter((path) => path !== ''))].sort();
}

/**
 * Commits files and nothing else, as the person would by hand: with their name, their hooks and their signature. What else
 * is staged stays so. Gives the commit. Throws `UserError` with git's words.
 */
export async function commitFiles(root: string, { message, paths }: Committing): Promise<string | undefined> {
  const known = git(root, ['--literal-pathspecs', 'ls-files', '-z', '--', ...paths])
    ?.toString('utf8')
    .split('\0');
  const added = paths.filter((path) => known?.includes(path) !== true);
  if (added.length > 0) await run(root, ['add', '--intent-to-add', '--', ...added]);
  try {
    await run(root, ['commit', '--quiet', '--only', '--cleanup=whitespace', '-m', message, '--', ...paths]);
  } catch (error) {
    // Nobody asked for them to be staged.
    if (added.length > 0) await run(root, ['rm', '--quiet', '--cached', '--force', '--', ...added]);
    throw error;
  }
  return commitOf(root, 'HEAD');
}

export async function pushCommits(root: string): Promise<void> {
  await run(root, ['push', '--quiet']);
}

/** Nobody sits at a terminal who could answer git. */
const env = { GIT_TERMINAL_PROMPT: '0', GIT_EDITOR: 'true', LC_ALL: 'C' };

function run(root: string, args: readonly string[]): Promise<void> {
  const options = { cwd: root, env: { ...process.env, ...env }, timeout: 120_000 };
  return new Promise((resolve, reject) => {
    const child = execFile('git', ['--literal-pathspecs', ...args], options, (error, stdout, stderr) => {
      if (error === null) resolve();
      else reject(refused(args[0] ?? '', `${stderr}\n${stdout}`));
    });
    child.stdin?.end();
  });
}

function refused(command: string, said: string): UserError {
  const words = said.trim().split('\n').slice(0, 20).join('\n').slice(0, 2000);
  return new UserError({ id: 'review.git', values: { command, words } }, { hint: { id: 'review.git.hint' } });
}
