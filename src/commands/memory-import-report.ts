import { type ExitStatus, exitStatus, type UserError } from '../errors.ts';
import type { Problem } from '../pipeline/index.ts';
import { type Context, printJson } from './context.ts';
import type { ImportedMemory } from './memory-import.ts';
import { jsonProblem, showProblems, worst } from './translate-report.ts';

/** Refused units that are shown of a file; a memory of five languages has none of ours in most of its units. */
const mostShown = 20;

interface Outcome {
  readonly imported: readonly ImportedMemory[];
  /** Of files of which nothing was taken. */
  readonly errors: readonly UserError[];
}

/** What was taken, what was refused, and why. A unit that is refused is no fault of the run. */
export function reportMemoryImport(context: Context, { imported, errors }: Outcome): ExitStatus {
  const problems = errors.map(({ text, hint, place, status }): Problem => ({ message: text, hint, place, status }));
  if (context.json)
    printJson(context, {
      imported: imported.map(({ refused, ...rest }) => ({
        ...rest,
        refused: refused.map(({ line, why }) => ({ line, message: context.speaker.say(why) })),
      })),
      problems: problems.map((problem) => jsonProblem(problem, context)),
    });
  else {
    for (const each of imported) show(each, context);
    showProblems(problems, context);
  }
  return errors.length === 0 ? exitStatus.fine : worst(errors.map(({ status }) => status));
}

function show({ file, path, what, accepted, refused }: ImportedMemory, context: Context): void {
  const { output, quiet, speaker } = context;
  const values = { path, what, accepted, refused: refused.length };
  if (quiet) return;
  output.print(speaker.say({ id: 'memory.import.done', values }));
  for (const { line, why } of refused.slice(0, mostShown)) output.print(`  ${file}:${line}: ${speaker.say(why)}`);
  const count = refused.length - mostShown;
  if (count > 0) output.print(`  ${speaker.say({ id: 'memory.import.more', values: { count } })}`);
}
