import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { UserError } from '../errors.ts';
import { formatOf } from '../formats/index.ts';
import type { Glossary, Language, ReviewFile } from '../model.ts';
import type { Problem, Project, SourceFile, TranslationFiles } from '../pipeline/index.ts';
import { readReviewFile } from '../review-file/index.ts';
import { defaults, type Settings } from '../settings.ts';
import { listFiles, readText } from './files.ts';
import { readHead, readLeft, readOrphans } from './memory.ts';
import { type MergeSides, readMergeSides } from './merge-sides.ts';
import { reviewSuffix } from './review.ts';

/** The nearest folder, from `cwd` upwards, that has a `source-…` folder or a wordferry.yaml. */
export function findRoot(cwd: string): string {
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'wordferry.yaml')) || sourceFolders(folder).length > 0) return folder;
    if (dirname(folder) === folder)
      throw new UserError({ id: 'project.none', values: { cwd } }, { hint: { id: 'project.none.hint' } });
  }
}

/** Reads everything that a run needs. Settings or a glossary that are wrong end the run; a document that is wrong does not. */
export async function readProject(root: string, glossary = join(root, 'glossary.yaml')): Promise<Project> {
  const settings = await readSettings(root);
  const { sources, problems } = readSources(root, settings);
  const merge = readMergeSides(root);
  const translations = sources.flatMap(({ path }) =>
    settings.targets.map((language) => readTranslation({ root, settings, merge }, path, language)),
  );
  return {
    settings,
    glossary: await readGlossary(glossary, root),
    sources,
    translations,
    earlier: readEarlier(root, { settings, translations }),
    problems,
  };
}

function readEarlier(root: string, project: Pick<Project, 'settings' | 'translations'>): Project['earlier'] {
  const { source, targets } = project.settings;
  const [left, orphans] = [readLeft(root), orphansOf(root, project)];
  return Object.fromEntries(
    targets.map((target) => {
      const own = orphans.filter((path) => path.startsWith(`translations/${target}/`));
      return [
        target,
        {
          orphans: readOrphans(root, own, { source, target }),
          head: readHead(root, { source, target }),
          left: left.filter(({ language }) => language === target),
        },
      ];
    }),
  );
}

export async function readSettings(root: string): Promise<Settings> {
  const layout = readLayout(root);
  const text = readText(root, 'wordferry.yaml');
  if (text === undefined) return { ...defaults, ...layout };
  const { parseSettings } = await import('./settings.ts');
  return parseSettings(text, 'wordferry.yaml', layout);
}

/** A glossary that is not there is empty, unless another than the project's own was asked for. */
export async function readGlossary(file: string, root: string): Promise<Glossary> {
  const path = relative(root, file);
  const text = readText(dirname(file), basename(file));
  if (text === undefined && path !== 'glossary.yaml')
    throw new UserError({ id: 'project.glossary' }, { place: { file: path } });
  if (text === undefined) return { entries: [] };
  const { parseGlossary } = await import('../glossary/load.ts');
  return parseGlossary(text, path);
}

/** The layout is the configuration: `source-de/` names the source language, the folders of `translations/` the targets. */
function readLayout(root: string): Pick<Settings, 'source' | 'targets'> {
  const [source, second] = sourceFolders(root);
  if (source === undefined) throw new UserError({ id: 'project.source' }, { hint: { id: 'project.none.hint' } });
  if (second !== undefined) throw new UserError({ id: 'project.sources', values: { folders: `${source}, ${second}` } });
  return { source: source.slice('source-'.length), targets: folders(join(root, 'translations')) };
}

const sourceFolders = (folder: string): readonly string[] =>
  folders(folder).filter((name) => /^source-[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/.test(name));

function folders(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .sort();
}

function readSources(
  root: string,
  { source }: Settings,
): { readonly sources: Project['sources']; readonly problems: readonly Problem[] } {
  const paths = listFiles(root, `source-${source}`).filter((path) => formatOf(path) !== undefined);
  const read = paths.map((path) => tryRead(() => ({ path, text: readText(root, path) ?? '' })));
  return {
    sources: read.filter((each): each is SourceFile => !(each instanceof UserError)),
    problems: read
      .filter((each) => each instanceof UserError)
      .map(({ text, hint, place, status }) => ({ message: text, hint, place, status })),
  };
}

interface Folder {
  readonly root: string;
  readonly settings: Settings;
  readonly merge: MergeSides | undefined;
}

function readTranslation({ root, settings, merge }: Folder, source: string, language: Language): TranslationFiles {
  const path = targetPath(source, language, settings);
  const reviewPath = `${path}${reviewSuffix}`;
  const languages = { source: settings.source, target: language };
  const review = tryRead((): ReviewFile | undefined => {
    const text = readText(root, reviewPath);
    return text === undefined ? undefined : readReviewFile(text, reviewPath, languages);
  });
  const text = tryRead(() => readText(root, path));
  if (text instanceof UserError) return { source, language, path, reviewPath, review: text };
  return { source, language, path, text, reviewPath, review, merge: merge?.({ path, reviewPath }, languages) };
}

export function targetPath(source: string, language: Language, settings: Pick<Settings, 'source'>): string {
  return `translations/${language}/${source.slice(`source-${settings.source}/`.length)}`;
}

function tryRead<T>(read: () => T): T | UserError {
  try {
    return read();
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
}

/** Review files whose source document is gone: reported, never published, never removed by themselves. */
export function orphansOf(
  root: string,
  { settings, translations }: Pick<Project, 'settings' | 'translations'>,
): readonly string[] {
  const known = new Set(translations.map(({ reviewPath }) => reviewPath));
  const reviews = settings.targets
    .flatMap((language) => listFiles(root, `translations/${language}`))
    .filter((path) => path.endsWith(reviewSuffix));
  return reviews.filter((path) => !known.has(path));
}

/** Files among the originals that no format reads. */
export function unknownFiles(root: string, { source }: Settings): readonly string[] {
  return listFiles(root, `source-${source}`).filter((path) => formatOf(path) === undefined);
}
