import { isLanguageTag } from '../language-tag.ts';
import type { Message } from '../model.ts';
import { isGlob } from '../paths/globs.ts';
import { templateProblem } from '../paths/template.ts';
import { defaults, type Settings } from '../settings.ts';
import { areInFolders, type Layout, targetFolders } from './layout.ts';

/** What is wrong with the settings of files and languages, and the setting at whose value it shows. */
export interface LayoutProblem {
  readonly message: Message;
  readonly path: readonly string[];
}

type Said = Partial<Pick<Settings, 'source' | 'targets' | 'include' | 'exclude' | 'target' | 'reviews'>>;

/** The first thing in wordferry.yaml that leads out of the project, or that the folders contradict. */
export function layoutProblem(said: Said, layout: Layout): LayoutProblem | undefined {
  return globProblem(said) ?? templatesProblem(said) ?? sourceProblem(said, layout) ?? targetsProblem(said, layout);
}

function globProblem(said: Said): LayoutProblem | undefined {
  for (const key of ['include', 'exclude'] as const)
    for (const [at, glob] of (said[key] ?? []).entries())
      if (!isGlob(glob, key))
        return { message: { id: 'settings.glob', values: { key, glob } }, path: [key, String(at)] };
  return undefined;
}

function templatesProblem(said: Said): LayoutProblem | undefined {
  for (const key of ['target', 'reviews'] as const) {
    const message = said[key] === undefined ? undefined : templateProblem(said[key], key);
    if (message !== undefined) return { message, path: [key] };
  }
  return undefined;
}

function sourceProblem({ source, include }: Said, { sources }: Layout): LayoutProblem | undefined {
  const [folder] = sources;
  if (folder === undefined && source === undefined && include !== undefined)
    return { message: { id: 'settings.source.missing' }, path: ['include'] };
  if (folder === undefined || source === undefined || folder === source) return undefined;
  return {
    message: { id: 'settings.source', values: { language: source, folder: `source-${folder}` } },
    path: ['source'],
  };
}

function targetsProblem(said: Said, layout: Layout): LayoutProblem | undefined {
  const { source = layout.sources[0], targets, target = defaults.target } = said;
  if (targets === undefined)
    return areInFolders(target) ? undefined : { message: { id: 'settings.targets.missing' }, path: ['target'] };
  const plain = targets.map((each) => each.toLowerCase());
  const wrong = targets.findIndex(
    (each, at) => !isLanguageTag(each) || plain[at] === source?.toLowerCase() || plain.indexOf(plain[at] ?? '') < at,
  );
  if (wrong !== -1)
    return {
      message: { id: 'settings.target', values: { language: targets[wrong] ?? '' } },
      path: ['targets', String(wrong)],
    };
  const unsaid = targetFolders(layout, said).find((folder) => !targets.includes(folder));
  if (unsaid === undefined) return undefined;
  return {
    message: { id: 'settings.targets.folder', values: { folder: `translations/${unsaid}` } },
    path: ['targets'],
  };
}
