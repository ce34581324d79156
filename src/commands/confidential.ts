import { isConfidential } from '../paths/document-rules.ts';
import type { Project } from '../pipeline/index.ts';
import type { IsConfidential } from '../reports/concealed.ts';

/** Of a project's documents and their files, as its wordferry.yaml says. */
export function confidentialIn({ settings, sources, translations }: Project): IsConfidential {
  const documents = sources.filter(({ path }) => isConfidential(path, settings)).map(({ path }) => path);
  const known = new Set(documents);
  const files = translations
    .filter(({ source }) => known.has(source))
    .flatMap(({ path, reviewPath }) => [path, reviewPath]);
  const all = new Set([...documents, ...files]);
  return (path) => all.has(path) || isConfidential(path, settings);
}
