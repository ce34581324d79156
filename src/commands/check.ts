import pc from 'picocolors';
import { type ExitStatus, exitStatus } from '../errors.ts';
import { annotations } from '../reports/annotations.ts';
import { findingsJson, findingsText, type PlacedFinding, placeFindings } from '../reports/findings.ts';
import { type Context, printJson } from './context.ts';
import { openProject } from './open.ts';
import { showProblems } from './translate-report.ts';

/** Findings in the translations. Exit status 1 where one is an error. */
export async function run(
  context: Context,
  paths: readonly string[],
  { format }: { readonly format?: 'terminal' | 'json' | 'github' },
): Promise<ExitStatus> {
  const { documents, plan } = await openProject(context, paths);
  const findings = documents.flatMap(placeFindings);
  const { say } = context.speaker;
  if (context.json) printJson(context, findingsJson(findings, say));
  else if (format === 'github') context.output.print(annotations(findings, plan.problems, say));
  else show(findings, context);
  showProblems(plan.problems, context);
  const isWrong = plan.problems.length > 0 || findings.some(({ severity }) => severity === 'error');
  return isWrong ? exitStatus.findings : exitStatus.fine;
}

function show(findings: readonly PlacedFinding[], { speaker, output }: Context): void {
  const text = findingsText(findings, speaker.say, pc.createColors(output.color));
  if (text !== '') output.print(text);
  const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
  output.print(
    speaker.say({
      id: 'check.summary',
      values: { errors: count('error'), warnings: count('warning'), infos: count('info') },
    }),
  );
}
