import { reviewersIn } from './blame.ts';
import { commitOf, git } from './git.ts';

/** A commit that brought something to a branch: a merge, or a pull request as one commit. */
export interface Merge {
  readonly commit: string;
  /** What the branch was before; absent for its first commit. */
  readonly before?: string | undefined;
  /** Who stands behind it, as git names people: its `Reviewed-by:`, and who merged. */
  readonly people: readonly string[];
}

export interface Merges {
  /** The commit that the range begins behind. */
  readonly base: string;
  /** The oldest first. */
  readonly merges: readonly Merge[];
}

/** What `BASE..HEAD` brought, along the branch itself; `undefined` for what is no range of this repository. */
export function mergesIn(root: string, range: string): Merges | undefined {
  const [, from = '', to = ''] = /^([^\s.].*?)\.\.([^\s.].*)$/.exec(range) ?? [];
  const [base, head] = [from, to].map((revision) => (revision === '' ? undefined : commitOf(root, revision)));
  if (base === undefined || head === undefined) return undefined;
  const how = [
    'log',
    '-z',
    '--first-parent',
    '--reverse',
    '--no-show-signature',
    '--format=%H%x1f%P%x1f%an <%ae>%x1f%B',
  ];
  const out = git(root, [...how, `${base}..${head}`])?.toString('utf8') ?? '';
  return { base, merges: out.split('\0').flatMap((text) => (text === '' ? [] : [mergeOf(text)])) };
}

/** Who wrote a commit does not review it by that: only who merged others' commits does. */
function mergeOf(text: string): Merge {
  const [commit = '', parents = '', author = '', message = ''] = text.split('\x1f');
  const [before, merged] = parents.split(' ');
  const people = [...reviewersIn(message), ...(merged === undefined ? [] : [author])];
  return { commit, before: before || undefined, people };
}
