import { type ExitStatus, exitStatus } from '../errors.ts';
import { type DocumentStatus, proposeFurniture, statusOf } from '../pipeline/status.ts';
import { orphansOf, unknownFiles } from '../store/project.ts';
import { type Context, printJson } from './context.ts';
import { openProject } from './open.ts';
import { table } from './table.ts';
import { jsonProblem, showProblems } from './translate-report.ts';

/** Where every document stands, and what the next run would send to an engine. */
export async function run(context: Context): Promise<ExitStatus> {
  const { root, project, plan, documents } = await openProject(context);
  const statuses = documents.map(statusOf);
  const orphans = orphansOf(root, project);
  const furniture = proposeFurniture(project);
  const unknown = unknownFiles(root, project.settings);
  if (context.json) {
    const problems = plan.problems.map((problem) => jsonProblem(problem, context));
    printJson(context, { documents: statuses, orphans, furniture, unknown, problems });
    return exitStatus.fine;
  }
  const { speaker, output } = context;
  if (statuses.length > 0) output.print(statusTable(statuses, context));
  for (const path of orphans) output.print(speaker.say({ id: 'status.orphan', values: { path } }));
  for (const path of unknown) output.print(speaker.say({ id: 'status.unknown', values: { path } }));
  for (const { line, documents } of furniture)
    output.print(speaker.say({ id: 'status.furniture', values: { line, documents } }));
  if (statuses.length === 0 && plan.problems.length === 0) output.print(speaker.say({ id: 'status.empty' }));
  showProblems(plan.problems, context);
  return exitStatus.fine;
}

function statusTable(statuses: readonly DocumentStatus[], { speaker, output }: Context): string {
  const heads = [
    'document',
    'words',
    'sentences',
    'initial',
    'translated',
    'reviewed',
    'final',
    'stale',
    'errors',
    'warnings',
    'next',
  ] as const;
  const rows = statuses.map(({ path, words, sentences, states, stale, findings, next }) => [
    path,
    ...[
      words,
      sentences,
      states.initial,
      states.translated,
      states.reviewed,
      states.final,
      stale,
      findings.error,
      findings.warning,
      next.characters,
    ].map(speaker.number),
  ]);
  return table([heads.map((head) => speaker.say({ id: `status.head.${head}` })), ...rows], output.color);
}
