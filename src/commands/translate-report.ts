import type { Stop } from '../engines/outcome.ts';
import { type ExitStatus, exitStatus } from '../errors.ts';
import type { Plan, Problem } from '../pipeline/index.ts';
import { type JsonProblem, problemJson } from '../reports/problem.ts';
import type { EngineChoice } from '../run/engine-choice.ts';
import type { FolderRun } from '../run/translate-folder.ts';
import { type Context, printJson } from './context.ts';
import { countsOf, planCounts } from './translate-counts.ts';
import { jsonLeft, leftNotices, type Notice } from './translate-left.ts';
import { countLine, summaryLines } from './translate-summary.ts';

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
  for (const document of counts.documents) print(countLine(document, context.speaker));
  print(
    context.speaker.say({
      id: 'translate.plan',
      values: { sentences: counts.requests, characters: counts.characters },
    }),
  );
  showProblems(plan.problems, context);
}

/** What a run did, for people and as JSON. `orphans`: review files whose source is gone. */
export function reportRun(context: Context, run: FolderRun, orphans: readonly string[]): void {
  if (context.json) {
    printJson(context, jsonRun(context, run, orphans));
    return;
  }
  const lines = context.quiet ? [] : summaryLines(run, orphans, context.speaker);
  for (const line of lines) context.output.print(line);
  const { stopped } = run.outcome ?? {};
  if (stopped) showProblems([{ place: {}, message: stopped.text, hint: stopped.hint }], context);
  showProblems(leftNotices(run.left, stopped), context);
  showProblems(run.problems, context);
}

/** Kept stable. */
function jsonRun(context: Context, run: FolderRun, orphans: readonly string[]): unknown {
  const { engine, translated, problems, left, outcome } = run;
  const { requests = 0, billed = 0, fromJournal = 0, perhapsPaidTwice = 0, stopped } = outcome ?? {};
  return {
    engine: engine.id,
    requests,
    billed,
    fromJournal,
    perhapsPaidTwice,
    ...countsOf(translated),
    ...(stopped && { stopped: jsonStop(stopped, context) }),
    left: left.map((sentence) => jsonLeft(sentence, context)),
    orphans,
    problems: problems.map((problem) => jsonProblem(problem, context)),
  };
}

/** Why the engine did not do it all, and what to do. */
function jsonStop({ status, text, hint }: Stop, { speaker }: Context): unknown {
  return { status, message: speaker.say(text), ...(hint && { hint: speaker.say(hint) }) };
}

export function showProblems(problems: readonly Notice[], context: Context): void {
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
