import { join } from 'node:path';
import { type ExitStatus, exitStatus } from '../errors.ts';
import { createTermFinder } from '../glossary/find.ts';
import { targetTerm } from '../glossary/target-term.ts';
import type { Document, Term } from '../model.ts';
import { termsOf } from '../pipeline/terms.ts';
import { readGlossary } from '../store/project.ts';
import { type Context, printJson } from './context.ts';
import { readDocument } from './read-document.ts';

/** The glossary terms of a file, with what they are called in each language; offsets are UTF-16 code units in the file. A term is shown as it reads. */
export async function run(context: Context, [path = '']: readonly string[]): Promise<ExitStatus> {
  const { document, root } = await readDocument(path, context);
  const finder = createTermFinder(await readGlossary(context.glossary ?? join(root, 'glossary.yaml'), root));
  const terms = termsOf(document, finder);
  if (context.json)
    printJson(context, {
      file: path,
      terms: terms.map(({ entry, surface, start, end }) => ({
        term: entry.term,
        surface,
        start,
        end,
        translations: translationsOf(entry),
      })),
    });
  else for (const term of terms) context.output.print(line(term, document));
  return exitStatus.fine;
}

function translationsOf(entry: Term['entry']): Readonly<Record<string, string>> {
  const languages = Object.keys(entry.targets);
  return Object.fromEntries(languages.map((language) => [language, targetTerm(entry, language)?.preferred ?? '']));
}

/** `source-de/a.txt:3:14  Pjöngjangs  Pjöngjang → en Pyongyang, ko 평양` */
function line({ entry, surface, start }: Term, { path, text }: Document): string {
  const before = text.slice(0, start).split(/\r\n|\r|\n/);
  const names = Object.entries(translationsOf(entry)).map(([language, name]) => `${language} ${name}`);
  return `${path}:${before.length}:${(before.at(-1)?.length ?? 0) + 1}  ${surface}  ${entry.term} → ${names.join(', ')}`;
}
