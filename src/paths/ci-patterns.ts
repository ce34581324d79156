import { attributeLines, fixedFolder } from './git-attributes.ts';
import type { PathSettings } from './translation-paths.ts';

/** Globs of all that may be an original, as workflows and git's `:(glob)` know them: without braces. */
export function originalPatterns({ source, include }: PathSettings): readonly string[] {
  const folders = include === undefined ? [`source-${source}`] : include.map(fixedFolder);
  return [...new Set(folders.map((folder) => (folder === '' ? '**' : `${folder}/**`)))];
}

/** Globs of the translated files and the review files. */
export function translatedPatterns(settings: PathSettings): readonly string[] {
  const translated = attributeLines(settings).filter(({ attributes }) => attributes.some(isTranslated));
  // In .gitattributes a name without a folder is meant anywhere.
  return translated.map(({ pattern }) => (pattern.includes('/') ? pattern : `**/${pattern}`));
}

const isTranslated = (attribute: string): boolean => attribute.endsWith('linguist-generated');
