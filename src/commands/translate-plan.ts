import type { Estimate } from '../engines/estimate.ts';
import type { Explanation } from '../pipeline/explain-matches.ts';
import type { PlannedRun } from '../run/translate-folder.ts';
import { confidentialIn } from './confidential.ts';
import { type Context, printJson } from './context.ts';
import { table } from './table.ts';
import { planCounts } from './translate-counts.ts';
import { jsonExplanations, showExplanations } from './translate-explain.ts';
import { jsonProblem, showProblems, showUnready } from './translate-report.ts';
import { countLine } from './translate-summary.ts';

interface ShownPlan extends PlannedRun {
  readonly explanations?: readonly Explanation[] | undefined;
}

/** What a run would do and cost. */
export function reportPlan(context: Context, planned: ShownPlan, estimates: readonly Estimate[]): void {
  const { plan, routes, project, explanations } = planned;
  const isHidden = confidentialIn(project);
  const documents = planCounts(plan);
  const requests = plan.requests.filter(({ route }) => route.length > 0).length;
  const characters = estimates.reduce((sum, each) => sum + each.characters, 0);
  if (context.json) {
    const problems = plan.problems.map((problem) => jsonProblem(problem, context));
    const engine = routes.usual[0] ?? 'none';
    const explained = explanations && { explanations: jsonExplanations(explanations, isHidden) };
    printJson(context, {
      engine,
      dryRun: true,
      documents,
      requests,
      characters,
      engines: estimates,
      ...explained,
      later: planned.later,
      problems,
    });
    return;
  }
  const { print, paint } = context.output;
  print(context.speaker.say(routes.reason));
  for (const document of documents) print(countLine(document, context.speaker));
  showExplanations(explanations ?? [], context, isHidden);
  for (const line of engineTable(estimates, context)) paint(line);
  print(context.speaker.say({ id: 'translate.plan', values: { sentences: requests, characters } }));
  const count = planned.later.length;
  if (count > 0) print(context.speaker.say({ id: 'translate.later', values: { count } }));
  showUnready(planned, context);
  showProblems(plan.problems, context);
}

/** None where nobody is asked who may bill something. */
function engineTable(estimates: readonly Estimate[], { speaker, output }: Context): readonly string[] {
  if (!estimates.some(({ paid }) => paid)) return [];
  const heads = ['engine', 'sentences', 'journal', 'requests', 'characters', 'cost'] as const;
  const rows = estimates.map(({ engine, sentences, fromJournal, requests, characters, cost, currency = '' }) => [
    engine,
    ...[sentences, fromJournal, requests, characters].map(speaker.number),
    cost === undefined ? '–' : speaker.money(cost, currency),
  ]);
  return table([heads.map((head) => speaker.say({ id: `plan.head.${head}` })), ...rows], output);
}
