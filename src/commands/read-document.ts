import { dirname, relative, resolve } from 'node:path';
import { UserError } from '../errors.ts';
import { formatFor } from '../formats/index.ts';
import type { Document } from '../model.ts';
import { segmentDocument } from '../pipeline/index.ts';
import { defaults, type Settings } from '../settings.ts';
import { readNamedText } from '../store/files.ts';
import { findRoot, readSettings } from '../store/project.ts';
import type { Context } from './context.ts';

/** One file, with its sentences, in a project or anywhere. Its folder says its language: `source-de/`, `translations/en/`. */
export async function readDocument(
  path: string,
  { cwd }: Context,
): Promise<{ readonly document: Document; readonly root: string }> {
  const file = resolve(cwd, path);
  const content = readNamedText(file);
  if (content === undefined) throw new UserError({ id: 'file.missing' }, { place: { file: path } });
  const root = tryRoot(dirname(file));
  const settings: Settings = root === undefined ? { ...defaults, targets: [] } : await readSettings(root);
  const inProject = relative(root ?? cwd, file);
  const language = /^(?:source-|translations\/)([^/]+)\//.exec(inProject)?.[1] ?? settings.source;
  const document = segmentDocument({ path, text: content }, formatFor(path), {
    ...settings,
    source: language,
  });
  return { document, root: root ?? cwd };
}

function tryRoot(folder: string): string | undefined {
  try {
    return findRoot(folder);
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}
