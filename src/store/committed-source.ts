import type { CommittedSource, TranslationFiles } from '../pipeline/index.ts';
import { commitsThat, isShallow, textsIn } from './git.ts';

/** More versions of a source do not come back. */
const mostVersions = 200;

/** What git knows of a source; of a shallow clone only that what it has was there once. `undefined` where git has nothing. */
export function readCommitted(root: string, { source, path }: TranslationFiles): CommittedSource | undefined {
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
