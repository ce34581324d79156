import { braceExpand as expandBraces, Minimatch } from 'minimatch';
import { isHidden } from './safe-path.ts';

/** Some paths from the project's root. All are compared in NFC: a name is the same however its accents are stored. */
export interface Glob {
  matches(path: string): boolean;
  /** Whether something below the folder may match. */
  mayHold(folder: string): boolean;
  /** How many folders stand in front of the first wildcard. */
  readonly depth: number;
}

/** The same on every system. Names may hold what other globs read as signs: `(group)/+page.md`, `!wichtig.md`. */
const options = { nocomment: true, nonegate: true, noext: true, platform: 'linux' } as const;

/** More than anybody writes by hand. */
const most = { length: 1000, alternatives: 100 };

/** One for each alternative: `{docs,blog}/**` are two, each with its own folders in front. */
export function compileInclude(glob: string): readonly Glob[] {
  return alternatives(glob).map((each) => compile(new Minimatch(each, { ...options, nobrace: true })));
}

/** Whether a file, or a folder with all below it, is excluded; hidden names count too. */
export function compileExclude(globs: readonly string[]): (path: string) => boolean {
  const matchers = globs
    .flatMap(alternatives)
    .map((each) => new Minimatch(each, { ...options, nobrace: true, dot: true }));
  return (path) => {
    const name = path.normalize('NFC');
    // `drafts/**` matches what is below, `drafts` the folder: both mean all of it.
    return matchers.some((matcher) => matcher.match(name) || matcher.match(name.replace(/\/$/, '')));
  };
}

/** Whether an entry of `include` or `exclude` leads nowhere else than below the project's root. */
export function isGlob(glob: string, key: 'include' | 'exclude'): boolean {
  if (/[\p{Cc}\\]/u.test(glob) || glob.length > most.length) return false;
  const paths = expandBraces(glob, { ...options, braceExpandMax: most.alternatives + 1 });
  const names = paths.flatMap((path) => path.replace(/\/$/, '').split('/'));
  const isBelow = names.every((name) => name !== '' && name !== '.' && name !== '..');
  return isBelow && paths.length <= most.alternatives && (key === 'exclude' || !names.some(isHidden));
}

/** `docs/` is all below it. */
function alternatives(glob: string): readonly string[] {
  return expandBraces(glob.normalize('NFC').replace(/\/$/, '/**'), options);
}

function compile(matcher: Minimatch): Glob {
  const [row = []] = matcher.set;
  const wildcard = row.findIndex((part) => typeof part !== 'string');
  return {
    matches: (path) => matcher.match(path.normalize('NFC')),
    mayHold: (folder) => matcher.match(folder.normalize('NFC'), true),
    depth: wildcard === -1 ? row.length - 1 : wildcard,
  };
}
