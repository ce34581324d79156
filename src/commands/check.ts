import pc from 'picocolors';
import { type ExitStatus, exitStatus } from '../errors.ts';
import { annotations } from '../reports/annotations.ts';
import { findingsJson, findingsText, type PlacedFinding, placeFindings } from '../reports/findings.ts';
import { type Context, printJson } from './context.ts';
import { lookAtProject } from './open.ts';
import { showProblems, worst } from './translate-report.ts';

/** Findings in the translations. Exit status 1 where one is an error, that of a problem where a document is left out. */
export async function run(
  context: Context,
  paths: readonly string[],
  { format }: { readonly format?: 'terminal' | 'json' | 'github' },
): Promise<ExitStatus> {
  const { documents, plan } = await lookAtProject(context, { paths });
  const findings = documents.flatMap(placeFindings);
  const { say } = context.speaker;
  if (context.json) printJson(context, findingsJson(findings, plan.problems, say));
  else {
    if (format === 'github') context.output.write(annotations(findings, plan.problems, say));
    else show(findings, plan.problems.length, context);
    showProblems(plan.problems, context);
  }
  const isWrong = findings.some(({ severity }) => severity === 'error');
  return worst([...plan.problems.map(({ status }) => status), isWrong ? exitStatus.findings : exitStatus.fine]);
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
