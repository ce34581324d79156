import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { UserError } from '../errors.ts';
import { isLanguageTag } from '../language-tag.ts';
import type { Language } from '../model.ts';
import type { Settings } from '../settings.ts';

/** The nearest folder, from `cwd` upwards, that has a `source-…` folder or a wordferry.yaml. */
export function findRoot(cwd: string): string {
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'wordferry.yaml')) || sourceFolders(folder).length > 0) return folder;
    if (dirname(folder) === folder)
      throw new UserError({ id: 'project.none', values: { cwd } }, { hint: { id: 'project.none.hint' } });
  }
}

/** The layout is the configuration: `source-de/` names the source language, the folders of `translations/` the targets. */
export function readLayout(root: string): Pick<Settings, 'source' | 'targets'> {
  const [folder, second] = sourceFolders(root);
  if (folder === undefined) throw new UserError({ id: 'project.source' }, { hint: { id: 'project.none.hint' } });
  if (second !== undefined) throw new UserError({ id: 'project.sources', values: { folders: `${folder}, ${second}` } });
  const source = folder.slice('source-'.length);
  const targets = folders(join(root, 'translations'));
  for (const target of targets) requireTarget(target, source);
  return { source, targets };
}

function requireTarget(name: string, source: Language): void {
  const refuse = (id: 'project.target' | 'project.target.source') =>
    new UserError(
      { id, values: { name } },
      { place: { file: `translations/${name}` }, hint: { id: 'project.target.hint' } },
    );
  if (!isLanguageTag(name)) throw refuse('project.target');
  if (name === source) throw refuse('project.target.source');
}

const sourceFolders = (folder: string): readonly string[] =>
  folders(folder).filter((name) => name.startsWith('source-') && isLanguageTag(name.slice('source-'.length)));

function folders(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .sort();
}
