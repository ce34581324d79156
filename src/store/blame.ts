import { git, textsIn } from './git.ts';

/** A line of a file and the commit that wrote it; none of a line that is not committed yet. */
export interface BlamedLine {
  readonly line: string;
  readonly commit?: string | undefined;
  /** Of the file in that commit. */
  readonly path: string;
}

/** Each line of a file as it stands, moves of the file followed. Nothing where git does not know it. */
export function blameLines(root: string, path: string): readonly BlamedLine[] {
  const out = git(root, ['blame', '--porcelain', '--no-textconv', '--', path])?.toString('utf8') ?? '';
  const paths = new Map<string, string>();
  let commit = '';
  return out.split('\n').flatMap((line): readonly BlamedLine[] => {
    if (line.startsWith('\t')) {
      const isCommitted = !/^0+$/.test(commit);
      return [{ line: line.slice(1), commit: isCommitted ? commit : undefined, path: paths.get(commit) ?? path }];
    }
    commit = /^[0-9a-f]{40,64}(?= \d)/.exec(line)?.[0] ?? commit;
    if (line.startsWith('filename ')) paths.set(commit, line.slice('filename '.length));
    return [];
  });
}

/** What a commit says of itself. */
export interface CommitInfo {
  readonly commit: string;
  readonly author: string;
  readonly email: string;
  /** ISO 8601. */
  readonly date: string;
  readonly subject: string;
  /** As its platform writes it: `#12`, `!12`. */
  readonly pullRequest?: string | undefined;
  /** `Reviewed-by:` of it and of the merge that brought it. */
  readonly reviewedBy: readonly string[];
}

export function commitInfo(root: string, commit: string): CommitInfo | undefined {
  const [own] = read(root, ['--no-walk', commit]);
  if (own === undefined) return undefined;
  const [author = '', email = '', date = '', message = ''] = own;
  const texts = [message, mergeOf(root, commit)].filter((text) => text !== undefined);
  return {
    commit,
    author,
    email,
    date,
    subject: message.split('\n', 1)[0] ?? '',
    pullRequest: texts.map(pullRequestIn).find((found) => found !== undefined),
    reviewedBy: [...new Set(texts.flatMap(reviewersIn))],
  };
}

/** What the merge says that brought a commit; nothing where it did not come with one. */
function mergeOf(root: string, commit: string): string | undefined {
  const [oldest] = read(root, ['--merges', '--first-parent', '--ancestry-path', '--reverse', `${commit}..HEAD`]);
  const [, , , message, merge = ''] = oldest ?? [];
  const wasThere = git(root, ['merge-base', '--is-ancestor', commit, `${merge}^1`]) !== undefined;
  return oldest === undefined || wasThere ? undefined : message;
}

function read(root: string, args: readonly string[]): readonly (readonly string[])[] {
  const out = git(root, ['log', '-z', '--format=%an%x1f%ae%x1f%aI%x1f%B%x1f%H', ...args])?.toString('utf8') ?? '';
  return out.split('\0').flatMap((text) => (text === '' ? [] : [text.split('\x1f')]));
}

/** In the words of GitHub, Forgejo and GitLab, for a merge or for a commit that was squashed. */
function pullRequestIn(message: string): string | undefined {
  const [subject = ''] = message.split('\n', 1);
  const [, merged] = /^Merge pull request (?:'.*' \()?(#\d+)/.exec(subject) ?? [];
  const [, squashed] = /\((#\d+)\)$/.exec(subject) ?? [];
  const [, gitlab] = /^See merge request \S*(!\d+)$/m.exec(message) ?? [];
  return merged ?? squashed ?? gitlab;
}

export function reviewersIn(message: string): readonly string[] {
  return [...message.matchAll(/^Reviewed-by:[ \t]*(\S.*)$/gim)].map(([, name = '']) => name.trim());
}

/** The same file in several commits. */
export function textsOfLines(root: string, lines: readonly BlamedLine[]): ReadonlyMap<string, string> {
  const versions = new Map(
    lines.flatMap(({ commit, path }) => (commit === undefined ? [] : [[commit, path] as const])),
  );
  const wanted = [...versions].map(([commit, path]) => ({ commit, path }));
  const texts = textsIn(root, wanted);
  return new Map(wanted.flatMap(({ commit }, at) => (texts[at] === undefined ? [] : [[commit, texts[at]] as const])));
}
