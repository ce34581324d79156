import { relative, resolve } from 'node:path';
import { isBilingual } from '../exchange/index.ts';
import { formatOf } from '../formats/index.ts';
import { isSource, translationLanguage } from '../paths/translation-paths.ts';
import { readSettings } from '../store/project.ts';
import type { Context } from './context.ts';
import { tryRoot } from './try-root.ts';

/** Paths of the project, and bilingual files of other tools. */
export interface SortedPaths {
  readonly own: readonly string[];
  readonly bilingual: readonly string[];
}

/** A catalog (`.po`) may be an original or a translation of the project; then it is no other tool's. */
export async function sortPaths(paths: readonly string[], { cwd }: Pick<Context, 'cwd'>): Promise<SortedPaths> {
  const root = paths.some((path) => isBilingual(path) && formatOf(path)) ? tryRoot(cwd) : undefined;
  const settings = root === undefined ? undefined : await readSettings(root);
  const isOwn = (path: string) => {
    if (!isBilingual(path)) return true;
    if (root === undefined || settings === undefined || formatOf(path) === undefined) return false;
    const inProject = relative(root, resolve(cwd, path));
    return isSource(inProject, settings) || translationLanguage(inProject, settings) !== undefined;
  };
  return { own: paths.filter(isOwn), bilingual: paths.filter((path) => !isOwn(path)) };
}
