import { type ExitStatus, exitStatus, UserError } from '../errors.ts';
import { isLanguageTag } from '../language-tag.ts';
import { exists, readText, writeAtomic } from '../store/files.ts';
import { readTemplate } from '../store/templates.ts';
import { type Context, note, printJson } from './context.ts';

/** Folders, a commented glossary, lines for .gitignore and .gitattributes, and the workflow. What is there already stays. */
export async function run(context: Context, languages: readonly string[]): Promise<ExitStatus> {
  const root = context.cwd;
  const wanted = languages.length > 0 ? languages : ['en', 'ko'];
  const unknown = wanted.find((language) => !isLanguageTag(language) || language === 'de');
  if (unknown !== undefined) throw new UserError({ id: 'init.language', values: { language: unknown } });
  const created = [
    ...['source-de', ...wanted.map((language) => `translations/${language}`)].map((folder) => ({
      path: `${folder}/.gitkeep`,
      text: '',
    })),
    { path: 'glossary.yaml', text: readTemplate('glossary.yaml') },
    { path: 'wordferry.yaml', text: readTemplate('wordferry.yaml') },
    { path: '.github/workflows/translations.yml', text: readTemplate('translations.yml') },
  ].filter(({ path }) => !exists(root, path) && !isFilled(root, path));
  const extended = [
    { path: '.gitignore', lines: ['.wordferry/', '/public', '/.public.*', 'node_modules/'] },
    {
      path: '.gitattributes',
      lines: ['source-de/** -text', 'translations/** -text', 'translations/**/*.review.yaml linguist-generated=false'],
    },
  ].flatMap(({ path, lines }) => extend(root, path, lines));
  for (const { path, text } of [...created, ...extended]) writeAtomic(root, path, text);
  const paths = [...created, ...extended].map(({ path }) => path);
  if (context.json) printJson(context, { written: paths });
  else for (const path of paths) note(context, { id: 'init.wrote', values: { path } });
  note(context, { id: paths.length > 0 ? 'init.done' : 'init.nothing' });
  if (!['package.json', 'package-lock.json'].every((path) => exists(root, path))) note(context, { id: 'init.package' });
  return exitStatus.fine;
}

/** A folder that is there needs no placeholder to be kept by git. */
function isFilled(root: string, path: string): boolean {
  return path.endsWith('/.gitkeep') && exists(root, path.slice(0, -'/.gitkeep'.length));
}

/** The file with the lines that it lacks at its end. */
function extend(
  root: string,
  path: string,
  lines: readonly string[],
): readonly { readonly path: string; readonly text: string }[] {
  const text = readText(root, path) ?? '';
  const plain = (line: string) => line.replace(/^\/|\/$/g, '');
  const present = new Set(text.split(/\r?\n/).map(plain));
  const missing = lines.filter((line) => !present.has(plain(line)));
  if (missing.length === 0) return [];
  const gap = text === '' || text.endsWith('\n') ? '' : '\n';
  return [{ path, text: `${text}${gap}${missing.join('\n')}\n` }];
}
