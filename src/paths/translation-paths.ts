import type { Language } from '../model.ts';
import { once } from '../once.ts';
import type { Settings } from '../settings.ts';
import { compileExclude, compileInclude } from './globs.ts';
import { ownFiles } from './safe-path.ts';
import { createExpander, createReader, createTagReader, folderOf, type PathParts } from './template.ts';

/** The settings that say where originals, translations and review files stand. */
export type PathSettings = Pick<Settings, 'source' | 'targets' | 'include' | 'exclude' | 'target' | 'reviews'>;

/** Where a document's translation stands, and its review file. */
export interface TranslationPaths {
  readonly source: string;
  readonly language: Language;
  readonly path: string;
  readonly reviewPath: string;
}

export const reviewSuffix = '.review.yaml';

export function translationPaths(source: string, language: Language, settings: PathSettings): TranslationPaths {
  const { target, review } = compiled(settings);
  const parts = { ...partsOf(source, settings), lang: language };
  return { source, language, path: target(parts), reviewPath: review(parts) };
}

/** Below the source folder, or below the folders in front of a glob's first wildcard. */
export function pathBelowSource(source: string, settings: PathSettings): string {
  return partsOf(source, settings).path;
}

/** Whether a path is an original's. Translations beside their originals are none. */
export function isSource(path: string, settings: PathSettings): boolean {
  const { include, isExcluded } = compiled(settings);
  const isMeant =
    include === undefined ? path.startsWith(sourceFolder(settings)) : include.some((glob) => glob.matches(path));
  if (!isMeant || ownFiles.has(path) || path.endsWith(reviewSuffix) || isExcluded(path)) return false;
  return translationLanguage(path, settings) === undefined;
}

/** Whether an original may stand below a folder. */
export function mayHoldSources(folder: string, settings: PathSettings): boolean {
  const { include, isExcluded } = compiled(settings);
  const isMeant =
    include === undefined
      ? `${folder}/`.startsWith(sourceFolder(settings))
      : include.some((glob) => glob.mayHold(folder));
  return isMeant && !isExcluded(`${folder}/`);
}

/** The target language whose translations or review files have paths like this one. */
export function translationLanguage(path: string, settings: PathSettings): Language | undefined {
  const { ofTarget, ofReview } = compiled(settings);
  return ofTarget(path) ?? ofReview(path);
}

/** The language of a review file, also where it is no target language any more. */
export function reviewLanguage(path: string, settings: PathSettings): Language | undefined {
  const { ofReview, ofAnyReview } = compiled(settings);
  return ofReview(path) ?? ofAnyReview(path);
}

/** The folder that all review files are in; `''` is the root. */
export function reviewFolder({ target, reviews = target }: PathSettings): string {
  return folderOf(reviews);
}

/**
 * The folder of a language's TMX files: the one that holds its review files, where the template gives each language one,
 * else `translations/<language>`.
 */
export function memoryFolder(language: Language, { target, reviews = target }: PathSettings): string {
  const own = /^[^{}]*\{lang\}(?=\/)/.exec(reviews)?.[0] ?? 'translations/{lang}';
  return own.replace('{lang}', language);
}

const compiled = once(({ source, targets, include, exclude, target, reviews = target }: PathSettings) => {
  const review = `${reviews}${reviewSuffix}`;
  return {
    include: include?.flatMap(compileInclude),
    isExcluded: compileExclude(exclude),
    target: createExpander(target, source),
    review: createExpander(review, source),
    ofTarget: createReader(target, targets),
    ofReview: createReader(review, targets),
    ofAnyReview: createTagReader(review),
  };
});

const sourceFolder = ({ source }: PathSettings): string => `source-${source}/`;

function partsOf(source: string, settings: PathSettings): Omit<PathParts, 'lang'> {
  const names = source.split('/');
  const file = names.at(-1) ?? '';
  const dot = file.lastIndexOf('.');
  return {
    path: names.slice(depthOf(source, settings)).join('/'),
    dir: names.slice(0, -1).join('/'),
    name: dot > 0 ? file.slice(0, dot) : file,
    ext: dot > 0 ? file.slice(dot + 1) : '',
  };
}

/** How many folders the path of a translation leaves out. Counted, not compared: names may be stored in another form. */
function depthOf(source: string, settings: PathSettings): number {
  if (source.startsWith(sourceFolder(settings))) return 1;
  return compiled(settings).include?.find((glob) => glob.matches(source))?.depth ?? 0;
}
