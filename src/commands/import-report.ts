import { type ExitStatus, exitStatus } from '../errors.ts';
import type { Problem } from '../pipeline/index.ts';
import type { DecisionOutcome } from '../run/apply-decisions.ts';
import { type Context, note, printJson } from './context.ts';
import { jsonProblem, placeText, showProblems, worst } from './translate-report.ts';

/** What became of the decisions of a file. */
export interface ImportedDecisions {
  readonly outcomes: readonly DecisionOutcome[];
  readonly problems: readonly Problem[];
  /** Nothing was written: it is what would become of them. */
  readonly isPlan?: boolean;
}

export function reportDecisions(context: Context, imported: ImportedDecisions): ExitStatus {
  if (context.json) printJson(context, jsonOf(imported, context));
  else show(imported, context);
  const { outcomes, problems } = imported;
  const isLeft = outcomes.some(({ what }) => what === 'left');
  return worst([...problems.map(({ status }) => status), isLeft ? exitStatus.findings : exitStatus.fine]);
}

/** Kept stable. */
function jsonOf({ outcomes, problems, isPlan }: ImportedDecisions, context: Context): object {
  return {
    ...(isPlan && { dryRun: true }),
    decisions: outcomes.map(({ decision: { file, id }, what, reason, now }) => ({
      file,
      id,
      what,
      ...(reason && { reason: context.speaker.say(reason) }),
      ...(now && { now }),
    })),
    problems: problems.map((problem) => jsonProblem(problem, context)),
  };
}

function show({ outcomes, problems, isPlan }: ImportedDecisions, context: Context): void {
  const { speaker, output, quiet } = context;
  const count = (what: DecisionOutcome['what']) => outcomes.filter((outcome) => outcome.what === what).length;
  const values = { applied: count('applied'), same: count('same'), left: count('left') };
  if (!quiet) output.print(speaker.say({ id: 'import.summary', values }));
  if (isPlan) note(context, { id: 'import.plan' });
  for (const outcome of outcomes) for (const line of leftLines(outcome, context)) output.note(line);
  showProblems(problems, context);
}

/** Where a sentence reads otherwise by now, both texts: whoever decided has to look again. */
function leftLines({ decision, reason, now }: DecisionOutcome, { speaker }: Context): readonly string[] {
  if (reason === undefined) return [];
  const { file, seen, target = seen.target } = decision;
  const line = `${placeText({ file })}${oneLine(seen.source)}: ${speaker.say(reason)}`;
  if (now === undefined) return [line];
  return [
    line,
    speaker.say({ id: 'import.now', values: { text: oneLine(now.source === seen.source ? now.target : now.source) } }),
    speaker.say({ id: 'import.decided', values: { text: oneLine(target) } }),
  ];
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ');
