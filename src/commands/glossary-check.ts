import { join } from 'node:path';
import { type ExitStatus, exitStatus } from '../errors.ts';
import { type CheckedGlossary, checkGlossary } from '../glossary/check.ts';
import type { Problem } from '../glossary/problem.ts';
import { problemJson } from '../reports/problem.ts';
import { findRoot, readGlossaryText } from '../store/project.ts';
import { type Context, printJson } from './context.ts';
import { placeText } from './translate-report.ts';

/** What is wrong in the glossary, all of it, and how much there is in it. Exit status 2 where no other command could use it. */
export async function run(context: Context): Promise<ExitStatus> {
  const root = context.glossary === undefined ? findRoot(context.cwd) : context.cwd;
  const { text, path } = readGlossaryText(context.glossary ?? join(root, 'glossary.yaml'), root);
  const checked = checkGlossary(text, path);
  if (context.json) printJson(context, jsonOf(checked, context));
  else for (const line of linesOf(checked, context)) context.output.print(line);
  return checked.errors.length > 0 ? exitStatus.usage : exitStatus.fine;
}

/** Kept stable. */
function jsonOf({ entries, forms, languages, errors, warnings }: CheckedGlossary, { speaker }: Context): unknown {
  const jsonOf = ({ text, place, hint }: Problem, status: ExitStatus) =>
    problemJson({ message: text, place, hint, status }, speaker.say);
  return {
    entries: entries.length,
    forms,
    languages,
    problems: errors.map((error) => jsonOf(error, exitStatus.usage)),
    warnings: warnings.map((warning) => jsonOf(warning, exitStatus.fine)),
  };
}

function linesOf(checked: CheckedGlossary, context: Context): readonly string[] {
  const { entries, forms, languages, errors, warnings } = checked;
  const { say, list } = context.speaker;
  const values = { entries: entries.length, forms, count: languages.length, languages: list(languages) };
  return [
    ...errors.flatMap((error) => problemLines(error, 'error', context)),
    ...warnings.flatMap((warning) => problemLines(warning, 'warning', context)),
    say({ id: 'glossary.summary', values: { ...values, errors: errors.length, warnings: warnings.length } }),
  ];
}

/** `glossary.yaml:3:12: error: Unexpected …`, as compilers write it and editors read it. */
function problemLines({ text, place, hint }: Problem, severity: 'error' | 'warning', { speaker }: Context) {
  const { say } = speaker;
  const line = `${placeText(place)}${say({ id: `severity.${severity}` })}: ${say(text)}`;
  return hint === undefined ? [line] : [line, `  ${say(hint)}`];
}
