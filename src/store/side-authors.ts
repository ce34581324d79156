import { authorsAt, commitsOf } from './git.ts';

/** Who wrote a line of a file on either side of what git is putting together, as far as git tells. */
export interface SideAuthors {
  readonly ours: Authors;
  readonly theirs: Authors;
}

/** By a line without the blanks around it; without those that several people wrote. */
export type Authors = ReadonlyMap<string, string>;

export function readSideAuthors(root: string, path: string): SideAuthors {
  const [head, ...others] = commitsOf(root, ['HEAD', 'MERGE_HEAD', 'REBASE_HEAD', 'CHERRY_PICK_HEAD', 'REVERT_HEAD']);
  const of = (commit: string | undefined) => (commit === undefined ? new Map() : authorsOf(root, commit, path));
  return { ours: of(head), theirs: of(others.find((commit) => commit !== undefined)) };
}

function authorsOf(root: string, commit: string, path: string): Authors {
  const known = new Map<string, Set<string>>();
  for (const { line, author } of authorsAt(root, commit, path)) {
    known.set(line.trim(), (known.get(line.trim()) ?? new Set()).add(author));
  }
  return new Map([...known].flatMap(([line, [author = '', ...more]]) => (more.length === 0 ? [[line, author]] : [])));
}
