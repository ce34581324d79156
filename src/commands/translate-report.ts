import type { Outcome } from '../engines/outcome.ts';
import { type ExitStatus, exitStatus } from '../errors.ts';
import type { Message } from '../model.ts';
import type { Plan, Problem } from '../pipeline/index.ts';
import { type JsonProblem, problemJson } from '../reports/problem.ts';
import type { EngineChoice } from '../run/engine-choice.ts';
import type { FolderRun } from '../run/translate-folder.ts';
import { type Context, printJson } from './context.ts';
import { countsOf, type DocumentCount, planCounts } from './translate-counts.ts';

/** What a run would do. */
export function reportPlan(context: Context, choice: EngineChoice, plan: Plan): void {
  const counts = planCounts(plan, choice.engine);
  if (context.json) {
    const problems = plan.problems.map((problem) => jsonProblem(problem, context));
    printJson(context, { engine: choice.id, dryRun: true, ...counts, problems });
    return;
  }
  const { print } = context.output;
  print(context.speaker.say(choice.reason));
  for (const document of counts.documents) print(countLine(document, context));
  print(
    context.speaker.say({
      id: 'translate.plan',
      values: { sentences: counts.requests, characters: counts.characters },
    }),
  );
  showProblems(plan.problems, context);
}

/** What a run did, for people and as JSON. */
export function reportRun(context: Context, { engine, translated, problems, outcome }: FolderRun): void {
  const counts = countsOf(translated);
  if (context.json) {
    const spent = { requests: outcome?.requests ?? 0, billed: outcome?.billed ?? 0 };
    printJson(context, {
      engine: engine.id,
      ...spent,
      ...counts,
      problems: problems.map((problem) => jsonProblem(problem, context)),
    });
    return;
  }
  if (!context.quiet) showCounts(context, engine.reason, counts, outcome);
  for (const message of stopOf(outcome)) context.output.note(context.speaker.say(message));
  showProblems(problems, context);
}

/** Why the engine did not do it all, and what to do. */
function stopOf(outcome: Outcome | undefined): readonly Message[] {
  const { text, hint } = outcome?.stopped ?? {};
  return [text, hint].filter((message) => message !== undefined);
}

function showCounts(
  context: Context,
  reason: Message,
  counts: ReturnType<typeof countsOf>,
  outcome: Outcome | undefined,
): void {
  const { print } = context.output;
  print(context.speaker.say(reason));
  for (const document of counts.documents) print(countLine(document, context));
  print(
    context.speaker.say({
      id: 'translate.billed',
      values: { billed: outcome?.billed ?? 0, requests: outcome?.requests ?? 0 },
    }),
  );
  if (counts.waiting > 0)
    print(context.speaker.say({ id: 'translate.waiting', values: { sentences: counts.waiting } }));
  if (counts.findings > 0)
    print(context.speaker.say({ id: 'translate.findings', values: { findings: counts.findings } }));
}

/** `translations/en/a.txt  17 sentences: 16 unchanged, 1 by mock` */
function countLine({ path, sentences, kinds, edited }: DocumentCount, { speaker }: Context): string {
  const parts = Object.entries(kinds).map(([kind, count]) =>
    speaker.say({ id: `count.${kind as keyof typeof kinds}`, values: { count: count ?? 0 } }),
  );
  const edits = edited > 0 ? [speaker.say({ id: 'count.edited', values: { count: edited } })] : [];
  return speaker.say({
    id: 'translate.document',
    values: { path, sentences, parts: speaker.list([...parts, ...edits]) },
  });
}

export function showProblems(problems: readonly Problem[], context: Context): void {
  const { speaker, output } = context;
  for (const { message, hint, place } of problems) {
    output.note(`${placeText(place)}${speaker.say(message)}`);
    if (hint !== undefined) output.note(`  ${speaker.say(hint)}`);
  }
}

export function placeText({ file, line, column }: Problem['place']): string {
  return file === undefined ? '' : `${[file, line, column].filter((part) => part !== undefined).join(':')}: `;
}

export function jsonProblem(problem: Problem, { speaker }: Context): JsonProblem {
  return problemJson(problem, speaker.say);
}

/** Of several, what the person has to know first. */
export function worst(statuses: readonly ExitStatus[]): ExitStatus {
  const order: readonly ExitStatus[] = [
    exitStatus.terminated,
    exitStatus.interrupted,
    exitStatus.disk,
    exitStatus.damaged,
    exitStatus.usage,
    exitStatus.budget,
    exitStatus.incomplete,
    exitStatus.findings,
  ];
  return order.find((status) => statuses.includes(status)) ?? exitStatus.fine;
}
