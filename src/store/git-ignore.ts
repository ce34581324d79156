import { join, relative } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { UserError } from '../errors.ts';
import { attempt } from './attempt.ts';
import { exists, readBytes } from './files.ts';
import { gitTop } from './git-top.ts';
import type { Skip } from './listing.ts';

/**
 * What `.gitignore` files leave out, git or no git: those at the root, in the folders below, and above as far as the
 * repository goes. What is tracked all the same counts as ignored, and nobody's own `core.excludesFile` counts, so that
 * a clone and a download have the same documents.
 */
export function createGitIgnore(root: string): Skip {
  const top = gitTop(root) ?? root;
  const prefix = relative(top, root);
  const isIgnored = ignoredBelow(top);
  // Who works inside of an ignored folder means it.
  if (prefix !== '' && isIgnored(`${prefix}/`)) return ignoredBelow(root);
  return (path) => isIgnored(join(prefix, path));
}

function ignoredBelow(top: string): Skip {
  const known = new Map<string, Ignore | undefined>();
  const rulesOf = (folder: string) => {
    if (!known.has(folder)) known.set(folder, readRules(top, folder));
    return known.get(folder);
  };
  return (path) => {
    // The nearest rules decide first.
    for (const folder of foldersAbove(path)) {
      const result = rulesOf(folder)?.test(
        path.normalize('NFC').slice(folder === '' ? 0 : folder.normalize('NFC').length + 1),
      );
      if (result?.ignored || result?.unignored) return result.ignored;
    }
    return false;
  };
}

/** `a/b`, `a` and the root of `a/b/c` and `a/b/c/`. */
function foldersAbove(path: string): readonly string[] {
  const parts = path.replace(/\/$/, '').split('/').slice(0, -1);
  return [...parts.map((_, at) => parts.slice(0, parts.length - at).join('/')), ''];
}

/** One that is a link counts as none, as git has it. */
function readRules(top: string, folder: string): Ignore | undefined {
  const path = join(folder, '.gitignore');
  const bytes = exists(top, path) ? attempt(() => readBytes(top, path)) : undefined;
  if (bytes === undefined || bytes instanceof UserError) return undefined;
  const lines = bytes.toString().normalize('NFC').split(/\r?\n/);
  return ignore({ ignorecase: false }).add(lines.filter(isSwift));
}

/** The time that `ignore` takes grows with a path's length to the power of the `**` between slashes in a line: two are harmless. */
function isSwift(line: string): boolean {
  return [...line.matchAll(/\/\*{2,}(?=\/.)/g)].length <= 2;
}
