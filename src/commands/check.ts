import pc from 'picocolors';
import { type ExitStatus, exitStatus, UserError } from '../errors.ts';
import { annotations } from '../reports/annotations.ts';
import { concealedFindings } from '../reports/concealed.ts';
import { type Checked, findingsJson, findingsText, type PlacedFinding } from '../reports/findings.ts';
import { placeFindings } from '../reports/place-findings.ts';
import { sarif } from '../reports/sarif.ts';
import { visibleJson } from '../reports/visible.ts';
import { version } from '../version.ts';
import { checkBilingualFiles, type LanguageOptions, together } from './check-bilingual.ts';
import { fixProject } from './check-fix.ts';
import { sortPaths } from './check-paths.ts';
import { confidentialIn } from './confidential.ts';
import { type Context, printJson } from './context.ts';
import { lookAtProject } from './open.ts';
import { showProblems, worst } from './translate-report.ts';

interface Options extends LanguageOptions {
  readonly fix?: boolean;
  readonly format?: 'terminal' | 'json' | 'sarif' | 'github';
}

/**
 * Findings in the translations, and in bilingual files of other tools. Exit status 1 where one is an error, that of a
 * problem where a document is left out.
 */
export async function run(context: Context, paths: readonly string[], options: Options): Promise<ExitStatus> {
  const { own, bilingual } = await sortPaths(paths, context);
  const parts: Checked[] = [];
  if (options.fix && bilingual.length > 0)
    throw new UserError({ id: 'check.fix_bilingual', values: { files: bilingual } });
  const fixed = options.fix ? await fixProject(own, context) : undefined;
  if (fixed !== undefined) parts.push({ findings: [], problems: fixed.problems, leftOut: 0 });
  if (own.length > 0 || bilingual.length === 0) parts.push(await checkProject(own, options.format, context));
  if (bilingual.length > 0) parts.push(await checkBilingualFiles(bilingual, options, context));
  const checked = { ...together(parts), fixed: fixed?.count };
  print(checked, options.format, context);
  const { findings, problems } = checked;
  const isWrong = findings.some(({ severity }) => severity === 'error');
  return worst([...problems.map(({ status }) => status), isWrong ? exitStatus.findings : exitStatus.fine]);
}

async function checkProject(paths: readonly string[], format: Options['format'], context: Context): Promise<Checked> {
  const { documents, plan, project } = await lookAtProject(context, { paths });
  const { problems } = plan;
  const checked: Checked = { findings: documents.flatMap(placeFindings), problems, leftOut: problems.length };
  // What GitHub gets others may read.
  return format === 'github' || format === 'sarif' ? concealedFindings(checked, confidentialIn(project)) : checked;
}

function print(checked: Checked, format: Options['format'], context: Context): void {
  const { findings, problems, leftOut, fixed } = checked;
  const { speaker, output } = context;
  const { say } = speaker;
  if (format === 'sarif') output.write(`${visibleJson(sarif({ findings, problems, version, say }))}\n`);
  else if (context.json) printJson(context, findingsJson(checked, say));
  else if (format === 'github') output.write(annotations(findings, problems, say));
  else {
    if (fixed !== undefined) output.print(say({ id: 'check.fixed', values: { count: fixed } }));
    show(findings, leftOut, context);
  }
  if (format === 'sarif' || !context.json) showProblems(problems, context);
}

function show(findings: readonly PlacedFinding[], leftOut: number, { speaker, output }: Context): void {
  for (const line of findingsText(findings, speaker.say, pc.createColors(output.color))) output.paint(line);
  const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
  output.print(
    speaker.say({
      id: 'check.summary',
      values: { errors: count('error'), warnings: count('warning'), infos: count('info') },
    }),
  );
  if (leftOut > 0) output.print(speaker.say({ id: 'check.left_out', values: { count: leftOut } }));
}
