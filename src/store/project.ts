import { dirname, join, relative } from 'node:path';
import { UserError } from '../errors.ts';
import type { Glossary, ReviewFile } from '../model.ts';
import { reviewFolder, reviewLanguage, reviewSuffix, translationPaths } from '../paths/translation-paths.ts';
import type { Orphan, Project } from '../pipeline/index.ts';
import { defaults, type Settings } from '../settings.ts';
import { attempt } from './attempt.ts';
import { exists, listFiles, readNamedText, readText } from './files.ts';
import { textsAt } from './git.ts';
import { createGitIgnore } from './git-ignore.ts';
import { guardFormats } from './guarded-formats.ts';
import { languagesOf, readLayout } from './layout.ts';
import { listImported, readHead, readLeft } from './memory.ts';
import { readMergeSides } from './merge-sides.ts';
import { readPending, unfinished } from './pending.ts';
import { tryReadReview } from './review.ts';
import { stampAt } from './seen.ts';
import { sourceBefore } from './source-before.ts';
import { findSources, readSources } from './sources.ts';
import { readSrx } from './srx.ts';
import { readTranslation } from './translations.ts';

export { findRoot } from './layout.ts';

/** Reads everything that a run needs. Settings or a glossary that are wrong end the run; a document that is wrong does not. */
export async function readProject(root: string, glossary = join(root, 'glossary.yaml')): Promise<Project> {
  const settings = await readSettings(root);
  const { sources, problems } = readSources(root, settings);
  const pending = new Set(unfinished(root, readPending(root)).map(({ path }) => path));
  const folder = { root, settings, merge: readMergeSides(root, settings), pending };
  const translations = sources.flatMap(({ path }) =>
    settings.targets.map((language) => readTranslation(folder, path, language)),
  );
  return {
    settings,
    formatOf: guardFormats(settings.limits.seconds).formatOf,
    glossary: await readGlossary(glossary, root),
    sources,
    translations,
    earlier: readEarlier(root, settings),
    orphans: readOrphans(root, { settings, translations }),
    problems,
  };
}

/**
 * The same without any text: paths of the documents that are there, for whoever reads them one by one (`readOneDocument`).
 * Of the memory it has other tools' files.
 */
export async function readWithoutTexts(root: string, glossary = join(root, 'glossary.yaml')): Promise<Project> {
  const settings = await readSettings(root);
  const { targets } = settings;
  const { paths, problems } = findSources(root, settings);
  const translations = paths.flatMap((path) => targets.map((language) => translationPaths(path, language, settings)));
  const imported = (target: string) => ({ head: [], left: [], imported: listImported(root, target, settings) });
  return {
    settings,
    formatOf: guardFormats(settings.limits.seconds).formatOf,
    glossary: await readGlossary(glossary, root),
    sources: [],
    translations,
    earlier: Object.fromEntries(targets.map((target) => [target, imported(target)])),
    orphans: readOrphans(root, { settings, translations }),
    problems,
  };
}

/** As long as they are the same, the project has the same settings and glossary; and no other documents. */
export function stampsOfProject(
  root: string,
  { settings, translations }: Pick<Project, 'settings' | 'translations'>,
  glossary = join(root, 'glossary.yaml'),
): { readonly settings: string; readonly documents: string } {
  const files = ['wordferry.yaml', relative(root, glossary), ...(settings.srx === undefined ? [] : [settings.srx])];
  const folders = [
    '',
    `source-${settings.source}`,
    'translations',
    ...translations.map(({ source }) => dirname(source)),
  ];
  const above = new Set(folders.flatMap(foldersTo));
  return {
    settings: files.map((path) => stampAt(root, path)).join('\n'),
    // Whatever comes or goes in a folder, it gets another time.
    documents: [...above].map((path) => stampAt(root, path)).join('\n'),
  };
}

/** `a/b` → `a/b`, `a` and the root. */
function foldersTo(folder: string): readonly string[] {
  const names = folder.split('/');
  return names.map((_, at) => names.slice(0, at + 1).join('/'));
}

function readEarlier(root: string, settings: Settings): Project['earlier'] {
  const { source, targets } = settings;
  const [left, head] = [readLeft(root), readHead(root, settings)];
  return Object.fromEntries(
    targets.map((target) => [
      target,
      {
        head: head({ source, target }),
        left: left.filter(({ language }) => language === target),
        imported: listImported(root, target, settings),
      },
    ]),
  );
}

/** Those whose review files can be read. */
function readOrphans(root: string, project: Pick<Project, 'settings' | 'translations'>): readonly Orphan[] {
  const { settings } = project;
  return otherReviews(root, project).flatMap((path) => {
    const target = reviewLanguage(path, settings);
    const text = attempt(() => readText(root, path));
    if (target === undefined || text === undefined || text instanceof UserError) return [];
    const review = tryReadReview(text, path, { source: settings.source, target });
    return review === undefined ? [] : [readOrphan(root, review, settings)];
  });
}

/** A review file may name any document: what it says of its own place is believed where that is the place. */
function readOrphan(root: string, review: ReviewFile, settings: Settings): Orphan {
  const { path: reviewPath, source, languages } = review;
  const said = translationPaths(source, languages.target, settings);
  const path = said.reviewPath === reviewPath ? said.path : reviewPath.slice(0, -reviewSuffix.length);
  const text = attempt(() => readText(root, path));
  const isGone = !exists(root, source);
  const own = text instanceof UserError ? undefined : text;
  const before = sourceBefore(root, { source, path });
  return { source, language: languages.target, path, reviewPath, review, text: own, before, isGone };
}

export async function readSettings(root: string): Promise<Settings> {
  const layout = readLayout(root);
  const text = readText(root, 'wordferry.yaml');
  if (text === undefined) return { ...defaults, ...languagesOf(layout) };
  const { parseSettings } = await import('./settings.ts');
  const settings = parseSettings(text, 'wordferry.yaml', layout);
  if (settings.srx === undefined) return settings;
  return { ...settings, sentences: { ...settings.sentences, srx: await readSrx(root, settings.srx) } };
}

/** What another revision's wordferry.yaml says of a project with this layout. Throws `UserError` for one that is wrong. */
export async function settingsAt(root: string, revision: string, { source, targets }: Settings): Promise<Settings> {
  const text = textsAt(root, revision, ['wordferry.yaml']).get('wordferry.yaml');
  if (text === undefined) return { ...defaults, source, targets };
  const { parseSettings } = await import('./settings.ts');
  return parseSettings(text, `${revision}:wordferry.yaml`, { sources: [source], targets });
}

export async function readGlossary(file: string, root: string): Promise<Glossary> {
  const { text, path } = readGlossaryText(file, root);
  if (text === '') return { entries: [] };
  const { parseGlossary } = await import('../glossary/load.ts');
  return parseGlossary(text, path);
}

/**
 * The text of a glossary and what its path is called. One that is not there is empty, unless another than the project's
 * own was asked for. One outside of the project was named by a person, and may be a link.
 */
export function readGlossaryText(file: string, root: string): { readonly text: string; readonly path: string } {
  const path = relative(root, file);
  const text = path.startsWith('../') ? readNamedText(file) : readText(root, path);
  if (text === undefined && path !== 'glossary.yaml')
    throw new UserError({ id: 'project.glossary' }, { place: { file: path } });
  return { text: text ?? '', path };
}

/** Review files whose source document is gone: reported, never published, never removed by themselves. */
export function orphansOf(root: string, project: Project): readonly string[] {
  const { settings, problems } = project;
  const unread = problems.flatMap(({ place: { file = '' } }) =>
    settings.targets.map((language) => translationPaths(file, language, settings).reviewPath),
  );
  return otherReviews(root, project).filter((path) => !unread.includes(path));
}

/** Review files of no document that was read. */
function otherReviews(
  root: string,
  { settings, translations }: Pick<Project, 'settings' | 'translations'>,
): readonly string[] {
  const known = new Set(translations.map(({ reviewPath }) => reviewPath));
  const isReview = (path: string) =>
    path.endsWith(reviewSuffix) && settings.targets.includes(reviewLanguage(path, settings) ?? '');
  return listFiles(root, reviewFolder(settings), createGitIgnore(root)).filter(
    (path) => isReview(path) && !known.has(path),
  );
}
