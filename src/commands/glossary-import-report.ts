import { type ExitStatus, exitStatus } from '../errors.ts';
import { additionsOf } from '../glossary/additions.ts';
import { fieldsOf } from '../glossary/write/entry-fields.ts';
import { renderField } from '../glossary/write/render-entry.ts';
import type { Problem } from '../pipeline/index.ts';
import { type Context, note, printJson } from './context.ts';
import type { PlannedImport } from './glossary-import.ts';
import { jsonProblem, showProblems } from './translate-report.ts';

/** What came into the glossary, what did not, and why. `plan`: what would. */
export function reportImport(context: Context, planned: PlannedImport, mode: 'plan' | 'done'): ExitStatus {
  const { file, merge } = planned;
  const problems = problemsOf(planned);
  if (context.json) printJson(context, { ...(mode === 'plan' && { dryRun: true }), ...jsonOf(planned, context) });
  else {
    if (!context.quiet) for (const line of changeLines(planned)) context.output.print(line);
    const counts = { added: merge.added.length, completed: merge.completed.length, known: merge.known };
    const summary = { id: 'glossary.import.summary', values: { ...counts, problems: problems.length } } as const;
    if (!context.quiet) context.output.print(context.speaker.say(summary));
    if (mode === 'plan') note(context, { id: 'glossary.import.plan' });
    for (const message of file.notes) note(context, message);
    showProblems(problems, context);
  }
  return problems.length > 0 ? exitStatus.findings : exitStatus.fine;
}

/** `+`: a new entry as it is written; `~`: what a known one gets. */
function changeLines({ merge }: PlannedImport): readonly string[] {
  return [
    ...merge.added.map((entry) => `+ ${renderField(entry.term, fieldsOf(entry))}`),
    ...merge.completed.map((completion) => `~ ${renderField(completion.before.term, additionsOf(completion))}`),
  ];
}

/** Kept stable. */
function jsonOf(planned: PlannedImport, context: Context): object {
  const { file, merge } = planned;
  return {
    added: merge.added.map((entry) => ({ term: entry.term, fields: fieldsOf(entry) })),
    completed: merge.completed.map((each) => ({ term: each.before.term, fields: additionsOf(each) })),
    known: merge.known,
    notes: file.notes.map((message) => context.speaker.say(message)),
    problems: problemsOf(planned).map((problem) => jsonProblem(problem, context)),
  };
}

function problemsOf({ file, merge }: PlannedImport): readonly Problem[] {
  const status = exitStatus.findings;
  return [
    ...file.problems.map((problem) => ({ ...problem, status })),
    ...merge.problems.map(({ text, place, hint }) => ({ message: text, place, hint, status })),
  ];
}
