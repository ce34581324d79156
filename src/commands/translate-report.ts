import type { Stop } from '../engines/outcome.ts';
import { type ExitStatus, exitStatus } from '../errors.ts';
import type { Explanation } from '../pipeline/explain-matches.ts';
import type { Problem } from '../pipeline/index.ts';
import { type JsonProblem, problemJson } from '../reports/problem.ts';
import type { MadeEngines } from '../run/make-engines.ts';
import type { FolderRun } from '../run/translate-folder.ts';
import { confidentialIn } from './confidential.ts';
import { type Context, printJson } from './context.ts';
import { countsOf } from './translate-counts.ts';
import { jsonExplanations, showExplanations } from './translate-explain.ts';
import { jsonLeft, leftNotices, type Notice } from './translate-left.ts';
import { type More, summaryLines, sumsOf } from './translate-summary.ts';

interface ShownRun extends FolderRun {
  readonly explanations?: readonly Explanation[] | undefined;
}

/** What a run did, for people and as JSON. */
export function reportRun(context: Context, run: ShownRun, more: More): void {
  if (context.json) {
    printJson(context, jsonRun(context, run, more.orphans));
    return;
  }
  const lines = context.quiet ? [] : summaryLines(run, more, context.speaker);
  for (const line of lines) context.output.print(line);
  if (!context.quiet)
    for (const values of movedIn(run)) context.output.print(context.speaker.say({ id: 'translate.moved', values }));
  showExplanations(run.explanations ?? [], context, confidentialIn(run.project));
  const { stopped } = run;
  showUnready(run, context);
  if (stopped) showProblems([{ place: {}, message: stopped.text, hint: stopped.hint }], context);
  showProblems(leftNotices(run.left, stopped), context);
  showProblems(restructuredIn(run), context);
  showProblems(run.problems, context);
}

/** The person who did it is going to look for it. */
function restructuredIn({ translated }: FolderRun): readonly Notice[] {
  return translated.documents
    .filter(({ restructured }) => restructured > 0)
    .map(({ files }) => ({ place: { file: files.path }, message: { id: 'translate.restructured' } }));
}

/** Kept stable. `engine`: who was asked first. */
function jsonRun(context: Context, run: ShownRun, orphans: readonly string[]): unknown {
  const { routes, translated, problems, left, outcomes, stopped } = run;
  const { requests, billed, fromJournal, perhapsPaidTwice, costs } = sumsOf(outcomes);
  return {
    engine: routes.usual[0] ?? 'none',
    requests,
    billed,
    costs: Object.fromEntries(costs),
    fromJournal,
    perhapsPaidTwice,
    ...countsOf(translated),
    ...(stopped && { stopped: jsonStop(stopped, context) }),
    ...(run.explanations && { explanations: jsonExplanations(run.explanations, confidentialIn(run.project)) }),
    left: left.map((sentence) => jsonLeft(sentence, context)),
    orphans,
    later: run.later,
    pruned: run.pruned,
    moved: movedIn(run),
    problems: problems.map((problem) => jsonProblem(problem, context)),
  };
}

/** Documents whose files moved with their renamed sources: what they were called. */
function movedIn({ translated }: FolderRun): readonly { readonly from: string; readonly path: string }[] {
  return translated.documents.flatMap(({ files: { moved, path } }) => (moved ? [{ from: moved.path, path }] : []));
}

/** Engines that others stand in for, with the reason. */
export function showUnready({ unready }: MadeEngines, context: Context): void {
  const notices = unready.flatMap(({ id, error }): readonly Notice[] => [
    { place: {}, message: { id: 'engine.unready', values: { engine: id } } },
    { place: error.place, message: error.text, hint: error.hint },
  ]);
  showProblems(notices, context);
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
