import { type CodeOwners, isOwner, type OwnerRule } from './code-owners.ts';
import { globSource, isGlob } from './glob.ts';
import { pathMatcher } from './path-matcher.ts';
import { linesOf, wordsOf } from './words.ts';

/** Globs as in .gitignore, but for `!` and sets. A line without owners leaves its paths to nobody. */
export function readGitHub(text: string): CodeOwners {
  const lines = linesOf(text).map((line) => ruleOf(wordsOf(line)));
  return {
    sections: [lines.filter((line) => typeof line === 'object')],
    unread: lines.flatMap((line, at) => (line === 'unread' ? [at + 1] : [])),
  };
}

function ruleOf([glob, ...owners]: readonly string[]): OwnerRule | 'empty' | 'unread' {
  if (glob === undefined) return 'empty';
  const matches = isGlob(glob) ? pathMatcher(sourceOf(glob)) : undefined;
  return matches === undefined
    ? 'unread'
    : { owners: owners.filter(isOwner), matches: (path) => matches(path) === true };
}

/** `docs` is a file or all below a folder, `docs/` all below, `docs/*` the files in it alone. */
function sourceOf(glob: string): string {
  const isAnchored = glob.slice(0, -1).includes('/');
  const name = glob.replace(/^\/|\/$/g, '');
  const below = glob.endsWith('/') ? '/.*' : isAnchored && /(?:^|\/)\*+$/.test(name) ? '' : '(?:/.*)?';
  return `${isAnchored ? '' : '(?:.*/)?'}${globSource(name)}${below}`;
}
