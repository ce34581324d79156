import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { UserError } from '../errors.ts';
import { isLanguageTag } from '../language-tag.ts';
import type { Language } from '../model.ts';
import { defaults, type Settings } from '../settings.ts';
import { entriesOf } from './listing.ts';

/** What the folders of a project say. */
export interface Layout {
  /** Languages of `source-…` folders. */
  readonly sources: readonly Language[];
  /** Names of the folders in `translations/`. */
  readonly targets: readonly string[];
}

/** The settings that say more than the folders, or the same. */
export type Said = Partial<Pick<Settings, 'source' | 'targets' | 'target'>>;

/** The nearest folder, from `cwd` upwards, that has a `source-…` folder or a wordferry.yaml. */
export function findRoot(cwd: string): string {
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'wordferry.yaml')) || readSourceFolders(folder).length > 0) return folder;
    if (dirname(folder) === folder)
      throw new UserError({ id: 'project.none', values: { cwd } }, { hint: { id: 'project.none.hint' } });
  }
}

export function readLayout(root: string): Layout {
  return { sources: readSourceFolders(root), targets: foldersIn(root, 'translations') };
}

/**
 * The layout is the configuration: `source-de/` names the source language, the folders of `translations/` the targets,
 * where wordferry.yaml does not. Throws `UserError` for folders that say nothing.
 */
export function languagesOf(layout: Layout, said: Said = {}): Pick<Settings, 'source' | 'targets'> {
  const [first, second] = layout.sources;
  if (second !== undefined)
    throw new UserError({ id: 'project.sources', values: { folders: `source-${first}, source-${second}` } });
  const source = said.source ?? first;
  if (source === undefined) throw new UserError({ id: 'project.source' }, { hint: { id: 'project.none.hint' } });
  const folders = targetFolders(layout, said);
  for (const folder of folders) requireTarget(folder, source);
  return { source, targets: [...(said.targets ?? folders)].sort() };
}

export function targetFolders({ targets }: Layout, { target = defaults.target }: Said): readonly string[] {
  return areInFolders(target) ? targets : [];
}

/** Whether each folder in `translations/` is a target language; where translations stand elsewhere, it is not ours. */
export const areInFolders = (target: string): boolean => target.startsWith('translations/{lang}/');

function requireTarget(name: string, source: Language): void {
  const refuse = (id: 'project.target' | 'project.target.source') =>
    new UserError(
      { id, values: { name } },
      { place: { file: `translations/${name}` }, hint: { id: 'project.target.hint' } },
    );
  if (!isLanguageTag(name)) throw refuse('project.target');
  if (name === source) throw refuse('project.target.source');
}

function readSourceFolders(folder: string): readonly Language[] {
  const names = foldersIn(folder, '').filter((name) => name.startsWith('source-'));
  return names.map((name) => name.slice('source-'.length)).filter(isLanguageTag);
}

function foldersIn(root: string, folder: string): readonly string[] {
  return entriesOf(root, folder)
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name.toString())
    .sort();
}
