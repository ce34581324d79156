import { UserError } from '../errors.ts';
import type { Project, TranslationFiles } from '../pipeline/index.ts';
import { readReviewFile } from '../review-file/index.ts';
import type { Settings } from '../settings.ts';
import { attempt } from './attempt.ts';
import { readText } from './files.ts';
import { readPending, unfinished } from './pending.ts';

/**
 * The project as the next run that writes is going to find it: pairs of files of which a run that was killed, or is just
 * writing, has put only one in place are seen whole. Half a pair would look like a person's edit.
 */
export function asFinished(root: string, project: Project): Project {
  const pending = new Map(unfinished(root, readPending(root)).map(({ path, after }) => [path, after]));
  const isPending = ({ path, reviewPath }: TranslationFiles) => pending.has(path) || pending.has(reviewPath);
  const read = (path: string) => (pending.has(path) ? pending.get(path) : readText(root, path));
  const translations = project.translations.map((files) =>
    isPending(files) ? readPair(files, project.settings, read) : files,
  );
  return { ...project, translations };
}

function readPair(
  files: TranslationFiles,
  { source }: Settings,
  read: (path: string) => string | undefined,
): TranslationFiles {
  const pair = attempt(() => {
    const [text, review] = [read(files.path), read(files.reviewPath)];
    const languages = { source, target: files.language };
    return { text, review: review === undefined ? review : readReviewFile(review, files.reviewPath, languages) };
  });
  return pair instanceof UserError ? { ...files, review: pair } : { ...files, ...pair };
}
