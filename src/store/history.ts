import { exitStatus, UserError } from '../errors.ts';
import { commitOf, git, isShallow } from './git.ts';

/** A translated file and its source, by the paths that they have now. */
interface Translated {
  readonly source: string;
  readonly path: string;
}

/** The last commit that changed a translated file, and what its source was called then. */
export interface LastChange {
  readonly commit: string;
  readonly source: string;
  /** A shallow clone ends there: the change may be older. */
  readonly isEnd: boolean;
}

/**
 * Files that no commit has are missing: all of them where there is no repository. A file that was only moved was not
 * changed. One process for the history of all. Throws `UserError` where git does not tell it.
 */
export function lastChanges<File extends Translated>(
  root: string,
  files: readonly File[],
): ReadonlyMap<File, LastChange> {
  if (files.length === 0 || commitOf(root, 'HEAD') === undefined) return new Map();
  const folders = [...new Set(files.flatMap(({ source, path }) => [topOf(source), topOf(path)]))];
  const out = git(root, [...logArguments, ...folders], { timeout: 600_000 });
  if (out === undefined) throw new UserError({ id: 'adopt.history' }, { status: exitStatus.incomplete });
  const isCut = isShallow(root);
  const found = new Map<File, LastChange>();
  let open = files.map((file) => ({ file, source: file.source, path: file.path }));
  for (const { commit, isRoot, changes } of commitsIn(out)) {
    const touched = new Set(changes.filter(({ isMove }) => !isMove).map(({ path }) => path));
    for (const { file, source } of open.filter(({ path }) => touched.has(path)))
      found.set(file, { commit, source, isEnd: isRoot && isCut });
    const before = new Map(changes.flatMap(({ path, from }) => (from === undefined ? [] : [[path, from] as const])));
    const named = (path: string) => before.get(path) ?? path;
    open = open
      .filter(({ path }) => !touched.has(path))
      .map(({ file, source, path }) => ({ file, source: named(source), path: named(path) }));
  }
  return found;
}

/** Newest first. Nothing of the user's configuration runs a program or words the output otherwise. */
const logArguments = [
  '--literal-pathspecs',
  'log',
  '--format=%x01%H %P',
  '--name-status',
  '--find-renames=50%',
  '--relative',
  '-z',
  '--no-show-signature',
  '--no-ext-diff',
  '--no-textconv',
  '--no-color',
  '--',
];

const topOf = (path: string): string => path.split('/', 1)[0] ?? path;

interface Commit {
  readonly commit: string;
  readonly isRoot: boolean;
  readonly changes: readonly Change[];
}

interface Change {
  readonly path: string;
  /** What it was called before. */
  readonly from?: string;
  /** Another name for the same bytes. */
  readonly isMove: boolean;
}

/** `\1hash parents`, then a status and its one or two paths, each with a NUL behind. */
function* commitsIn(out: Buffer): Generator<Commit> {
  const fields = out.toString('utf8').split('\0');
  let [commit, changes]: [string | undefined, Change[]] = [undefined, []];
  const done = (): readonly Commit[] => {
    const [hash, parent] = commit?.split(' ') ?? [];
    return hash === undefined ? [] : [{ commit: hash, isRoot: parent === '', changes }];
  };
  for (let at = 0; at < fields.length; at += 1) {
    const field = fields[at]?.trimStart() ?? '';
    if (field.startsWith('\x01')) {
      yield* done();
      [commit, changes] = [field.slice(1), []];
    } else if (/^[RC]/.test(field)) {
      const [from = '', path = ''] = fields.slice(at + 1, at + 3);
      changes.push({ path, isMove: field === 'R100', ...(field.startsWith('R') && { from }) });
      at += 2;
    } else if (field !== '') {
      changes.push({ path: fields[at + 1] ?? '', isMove: false });
      at += 1;
    }
  }
  yield* done();
}
