import { dirname, relative, resolve } from 'node:path';
import { exitStatus, UserError } from '../errors.ts';
import { formatFor } from '../formats/index.ts';
import type { Document } from '../model.ts';
import { translationLanguage } from '../paths/translation-paths.ts';
import { segmentDocument } from '../pipeline/index.ts';
import { defaults, type Settings } from '../settings.ts';
import { readNamedText } from '../store/files.ts';
import { readSettings } from '../store/project.ts';
import { readNamedSrx } from '../store/srx.ts';
import type { Context } from './context.ts';
import { tryRoot } from './try-root.ts';

interface Options {
  /** Path of an SRX file in place of the project's. */
  readonly srx?: string;
}

interface Read {
  readonly document: Document;
  readonly settings: Settings;
  readonly root: string;
}

/** One file, with its sentences, in a project or anywhere. Its path says its language: `source-de/`, `translations/en/`. */
export async function readDocument(path: string, { cwd }: Context, { srx }: Options = {}): Promise<Read> {
  const file = resolve(cwd, path);
  const text = readFile(file, path);
  const root = tryRoot(dirname(file));
  const own: Settings = root === undefined ? { ...defaults, targets: [] } : await readSettings(root);
  const settings = srx === undefined ? own : withSrx(own, await readNamedSrx(resolve(cwd, srx), srx));
  const inProject = relative(root ?? cwd, file);
  const language = translationLanguage(inProject, settings) ?? folderLanguage(inProject) ?? settings.source;
  const document = segmentDocument({ path, text }, formatFor(path), { ...settings, source: language });
  return { document, settings, root: root ?? cwd };
}

const withSrx = (settings: Settings, srx: Settings['sentences']['srx']): Settings => ({
  ...settings,
  sentences: { ...settings.sentences, srx },
});

/** As folders are named where nothing else is said. */
function folderLanguage(path: string): string | undefined {
  return /^(?:source-|translations\/)([^/]+)\//.exec(path)?.[1];
}

/** Without it the command has nothing to do: the user is wrong, where a run would leave the document out. */
function readFile(file: string, path: string): string {
  const text = tryText(file, path);
  if (text === undefined) throw new UserError({ id: 'file.missing' }, { place: { file: path } });
  return text;
}

/** The path is shown as it was typed. */
function tryText(file: string, path: string): string | undefined {
  try {
    return readNamedText(file);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const { text, hint } = error;
    const status = error.status === exitStatus.findings ? exitStatus.usage : error.status;
    throw new UserError(text, { place: { file: path }, status, ...(hint && { hint: { id: 'file.hint.alone' } }) });
  }
}
