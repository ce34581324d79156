import { type ExitStatus, exitStatus, UserError } from '../errors.ts';
import { isLanguageTag } from '../language-tag.ts';
import type { Platform } from '../owners/index.ts';
import { attributeLines, withAttributes } from '../paths/git-attributes.ts';
import { defaults, type Settings } from '../settings.ts';
import { exists, readText } from '../store/files.ts';
import { areInFolders } from '../store/layout.ts';
import { platformOf } from '../store/platform.ts';
import { readSettings } from '../store/project.ts';
import { readTemplate } from '../store/templates.ts';
import { writeAtomic } from '../store/write-atomic.ts';
import { type Context, note, printJson } from './context.ts';
import { lacksInclude, workflowsOf } from './init-ci.ts';
import { proposeOwners } from './init-owners.ts';

export interface Options {
  readonly ci?: Platform;
}

/** Folders, a commented glossary, lines for .gitignore and .gitattributes, and the workflows of one platform. What is there already stays. */
export async function run(context: Context, languages: readonly string[], { ci }: Options): Promise<ExitStatus> {
  const root = context.cwd;
  const settings = await readOwn(root);
  const wanted = wantedLanguages(languages, settings);
  const platform = ci ?? platformOf(root);
  const created = [
    ...foldersOf(wanted, settings).map((folder) => ({ path: `${folder}/.gitkeep`, text: '' })),
    { path: 'glossary.yaml', text: readTemplate('glossary.yaml') },
    { path: 'wordferry.yaml', text: readTemplate('wordferry.yaml') },
    ...workflowsOf(platform, { ...settings, targets: wanted }),
  ].filter(({ path }) => !exists(root, path) && !isFilled(root, path));
  const extended = [
    extend(root, '.gitignore', (text) => withLines(text, ['.wordferry/', '/public', '/.public.*', 'node_modules/'])),
    extend(root, '.gitattributes', (text) => withAttributes(text, attributeLines({ ...settings, targets: wanted }))),
  ].flat();
  for (const { path, text } of [...created, ...extended]) writeAtomic(root, path, text);
  const paths = [...created, ...extended].map(({ path }) => path);
  if (context.json) printJson(context, { written: paths });
  else for (const path of paths) note(context, { id: 'init.wrote', values: { path } });
  if (lacksInclude(root, platform))
    note(context, { id: 'init.include', values: { path: '.gitlab-ci.yml', file: '.gitlab/wordferry.yml' } });
  const isOwn = settings.include !== undefined;
  note(context, { id: paths.length === 0 ? 'init.nothing' : isOwn ? 'init.done.own' : 'init.done' });
  proposeOwners(context, root, { ...settings, targets: wanted });
  if (!['package.json', 'package-lock.json'].every((path) => exists(root, path))) note(context, { id: 'init.package' });
  return exitStatus.fine;
}

/** What wordferry.yaml says, if it is there. */
async function readOwn(root: string): Promise<Settings> {
  const none = { ...defaults, targets: [] };
  if (!exists(root, 'wordferry.yaml')) return none;
  try {
    return await readSettings(root);
  } catch (error) {
    // The folder of the originals is what is about to be made.
    if (error instanceof UserError && error.text.id === 'project.source') return none;
    throw error;
  }
}

/** Throws `UserError` for one that only the person can name, in wordferry.yaml. */
function wantedLanguages(languages: readonly string[], { source, targets, target }: Settings): readonly string[] {
  const wanted = [languages, targets, ['en', 'ko']].find((each) => each.length > 0) ?? [];
  const wrong = wanted.find((language) => !isLanguageTag(language) || language === source);
  if (wrong !== undefined) throw new UserError({ id: 'init.language', values: { language: wrong } });
  const unsaid = areInFolders(target) ? undefined : wanted.find((language) => !targets.includes(language));
  if (unsaid === undefined) return wanted;
  throw new UserError(
    { id: 'language.unknown', values: { language: unsaid, targets } },
    { place: { file: 'wordferry.yaml' }, hint: { id: 'init.targets.hint' } },
  );
}

/** Where wordferry.yaml says where originals or translations stand, no folder has to. */
function foldersOf(languages: readonly string[], { source, include, target }: Settings): readonly string[] {
  return [
    ...(include === undefined ? [`source-${source}`] : []),
    ...(areInFolders(target) ? languages.map((language) => `translations/${language}`) : []),
  ];
}

/** A folder that is there needs no placeholder to be kept by git. */
function isFilled(root: string, path: string): boolean {
  return path.endsWith('/.gitkeep') && exists(root, path.slice(0, -'/.gitkeep'.length));
}

/** A file that has lines of the user, with ours; none where it has them. */
function extend(
  root: string,
  path: string,
  complete: (text: string) => string,
): readonly { path: string; text: string }[] {
  const before = readText(root, path) ?? '';
  const text = complete(before);
  return text === before ? [] : [{ path, text }];
}

/** With the lines that a text lacks at its end. */
function withLines(text: string, lines: readonly string[]): string {
  const plain = (line: string) => line.replace(/^\/|\/$/g, '');
  const present = new Set(text.split(/\r?\n/).map(plain));
  const missing = lines.filter((line) => !present.has(plain(line)));
  const gap = text === '' || text.endsWith('\n') ? '' : '\n';
  return missing.length === 0 ? text : `${text}${gap}${missing.join('\n')}\n`;
}
