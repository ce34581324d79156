import { type ExitStatus, exitStatus } from '../errors.ts';
import { proposeFurniture } from '../pipeline/propose-furniture.ts';
import { type DocumentStatus, statusesOf } from '../pipeline/status.ts';
import { problemJson } from '../reports/problem.ts';
import { orphansOf } from '../store/project.ts';
import { strangers } from '../store/sources.ts';
import { type Context, printJson } from './context.ts';
import { lookAtProject } from './open.ts';
import { table } from './table.ts';
import { showProblems } from './translate-report.ts';

/** Where every document stands, and what the next run would send to an engine. */
export async function run(context: Context): Promise<ExitStatus> {
  const { root, project, plan, documents } = await lookAtProject(context);
  const { speaker, output } = context;
  const statuses = statusesOf(documents);
  const orphans = orphansOf(root, project);
  const furniture = proposeFurniture(project);
  const { unknown, links } = strangers(root, project.settings);
  if (context.json) {
    const problems = plan.problems.map((problem) => problemJson(problem, speaker.say));
    printJson(context, { documents: statuses, orphans, furniture, unknown, links, problems });
    return exitStatus.fine;
  }
  if (statuses.length > 0) for (const line of statusTable(statuses, context)) output.paint(line);
  for (const path of orphans) output.print(speaker.say({ id: 'status.orphan', values: { path } }));
  for (const path of unknown) output.print(speaker.say({ id: 'status.unknown', values: { path } }));
  for (const path of links) output.print(speaker.say({ id: 'status.link', values: { path } }));
  for (const { line, documents } of furniture)
    output.print(speaker.say({ id: 'status.furniture', values: { line, documents } }));
  if (statuses.length === 0 && plan.problems.length === 0) output.print(speaker.say({ id: 'status.empty' }));
  showProblems(plan.problems, context);
  return exitStatus.fine;
}

const columns = {
  words: ({ words }) => words,
  sentences: ({ sentences }) => sentences,
  initial: ({ states }) => states.initial,
  translated: ({ states }) => states.translated,
  reviewed: ({ states }) => states.reviewed,
  final: ({ states }) => states.final,
  stale: ({ stale }) => stale,
  errors: ({ findings }) => findings.error,
  warnings: ({ findings }) => findings.warning,
  next: ({ next }) => next.characters,
} as const satisfies Record<string, (status: DocumentStatus) => number>;

/** Without the columns that are zero throughout; the sums below where there is something to add. */
function statusTable(statuses: readonly DocumentStatus[], { speaker, output }: Context): readonly string[] {
  const all = Object.entries(columns) as [keyof typeof columns, (status: DocumentStatus) => number][];
  const used = all.filter(([, figure]) => statuses.some((status) => figure(status) > 0));
  const rows = statuses.map((status) => [status.path, ...used.map(([, figure]) => speaker.number(figure(status)))]);
  const sums = used.map(([, figure]) => statuses.reduce((sum, status) => sum + figure(status), 0));
  const total = statuses.length > 1 ? [[speaker.say({ id: 'status.total' }), ...sums.map(speaker.number)]] : [];
  const heads = ['document', ...used.map(([name]) => name)] as const;
  return table([heads.map((head) => speaker.say({ id: `status.head.${head}` })), ...rows, ...total], output);
}
