import type { CommittedSource, SourceBefore } from '../pipeline/index.ts';
import { commitsThat, isShallow, textsIn } from './git.ts';
import { readOutline } from './outlines.ts';

/** More versions of a source do not come back. */
const mostVersions = 200;

/** Of a translation. */
interface Paths {
  readonly source: string;
  readonly path: string;
}

export function sourceBefore(root: string, paths: Paths): SourceBefore {
  return { last: () => readOutline(root, paths.path), committed: () => readCommitted(root, paths) };
}

/** What git knows of a source; of a shallow clone only that what it has was there once. `undefined` where git has nothing. */
function readCommitted(root: string, { source, path }: Paths): CommittedSource | undefined {
  const commits = commitsThat(root, source, mostVersions);
  if (commits.length === 0) return undefined;
  const [translated] = isShallow(root) ? [] : commitsThat(root, path, 1);
  const all = translated === undefined ? commits : [...commits, translated];
  const texts = textsIn(
    root,
    all.map((commit) => ({ commit, path: source })),
  );
  return {
    texts: texts.filter((text) => text !== undefined),
    translated: translated === undefined ? undefined : texts.at(-1),
  };
}
