import { basename, dirname, join, resolve } from 'node:path';
import { type ExitStatus, exitStatus, UserError } from '../errors.ts';
import { type GlossaryFormat, glossaryFormatOf, glossaryWriters } from '../exchange/glossary/index.ts';
import type { Glossary, Language } from '../model.ts';
import { findRoot, readGlossary, readSettings } from '../store/project.ts';
import { writeAtomic } from '../store/write-atomic.ts';
import { type Context, note, printJson } from './context.ts';
import { fittingRows } from './glossary-dictionaries.ts';
import { glossaryLanguages } from './glossary-languages.ts';
import { leftOut, untranslatedNote } from './glossary-left.ts';
import { jsonProblem, showProblems } from './translate-report.ts';

interface ExportOptions {
  readonly format?: GlossaryFormat;
  readonly to?: readonly Language[];
  readonly out?: string;
}

/** The glossary as a file of another tool. What that cannot hold is said. */
export async function run(context: Context, _: readonly string[], options: ExportOptions): Promise<ExitStatus> {
  const root = findRoot(context.cwd);
  const settings = await readSettings(root);
  const glossary = await readGlossary(context.glossary ?? join(root, 'glossary.yaml'), root);
  const targets = glossaryLanguages(glossary, settings, options.to);
  const { out, format = (out && glossaryFormatOf(out)) || 'tbx' } = options;
  const left = format === 'deepl' ? checkDeepL(glossary, targets) : undefined;
  const text = glossaryWriters[format](glossary, { source: settings.source, targets });
  if (out !== undefined) writeAtomic(dirname(resolve(context.cwd, out)), basename(out), text);
  const problems = left === undefined ? [] : leftOut(left);
  const count = left?.rows.size ?? glossary.entries.length;
  if (context.json) {
    const written = out === undefined ? { text } : { out };
    printJson(context, {
      format,
      languages: targets,
      entries: count,
      ...written,
      untranslated: left?.untranslated ?? [],
      problems: problems.map((problem) => jsonProblem(problem, context)),
    });
  } else {
    if (out === undefined) context.output.write(text);
    else note(context, { id: 'glossary.export.done', values: { count, path: out } });
    if (left !== undefined) for (const message of untranslatedNote(left, targets[0] ?? '')) note(context, message);
    showProblems(problems, context);
  }
  return problems.length > 0 ? exitStatus.findings : exitStatus.fine;
}

/** DeepL has one file a pair of languages, and takes no larger one. */
function checkDeepL(glossary: Glossary, targets: readonly Language[]) {
  const [language, ...others] = targets;
  if (language === undefined || others.length > 0) {
    const values = { count: targets.length, languages: targets };
    throw new UserError({ id: 'glossary.deepl.language', values });
  }
  return fittingRows(glossary, language);
}
