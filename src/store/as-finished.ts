import { createHash } from 'node:crypto';
import { UserError } from '../errors.ts';
import type { Project, TranslationFiles } from '../pipeline/index.ts';
import { readReviewFile } from '../review-file/index.ts';
import type { Settings } from '../settings.ts';
import { readBytes, readText } from './files.ts';

/**
 * The project as the next run that writes is going to find it: pairs of files of which a run that was killed, or is just
 * writing, has put only one in place are seen whole. Half a pair would look like a person's edit.
 */
export function asFinished(root: string, project: Project): Project {
  const pending = pendingTexts(root);
  const isPending = ({ path, reviewPath }: TranslationFiles) => pending.has(path) || pending.has(reviewPath);
  const read = (path: string) => pending.get(path) ?? readText(root, path);
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
  try {
    const [text, review] = [read(files.path), read(files.reviewPath)];
    const languages = { source, target: files.language };
    return {
      ...files,
      text,
      review: review === undefined ? review : readReviewFile(review, files.reviewPath, languages),
    };
  } catch (error) {
    if (error instanceof UserError) return { ...files, review: error };
    throw error;
  }
}

/**
 * What is still to be put in place, by path. Where a person changed a file since, that counts. Nothing where the list is
 * damaged: the next run that writes says so.
 */
function pendingTexts(root: string): ReadonlyMap<string, string> {
  const pending = parse(readBytes(root, '.wordferry/pending.json')?.toString('utf8')).filter(isPendingFile);
  return new Map(
    pending.filter(({ path, before }) => hashOf(root, path) === before).map(({ path, after }) => [path, after]),
  );
}

interface PendingFile {
  readonly path: string;
  /** SHA-256 of what stood there; absent where nothing did. */
  readonly before?: string;
  readonly after: string;
}

function parse(text: string | undefined): readonly unknown[] {
  try {
    const list: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(list) ? list : [];
  } catch {
    return [];
  }
}

function isPendingFile(value: unknown): value is PendingFile {
  const { path, after } = (value ?? {}) as Partial<PendingFile>;
  return typeof path === 'string' && typeof after === 'string';
}

/** Equal to no hash where a folder stands there, or nobody may look. */
function hashOf(root: string, path: string): string | undefined {
  try {
    const bytes = readBytes(root, path);
    return bytes && createHash('sha256').update(bytes).digest('hex');
  } catch {
    return '';
  }
}
