import { CommanderError } from 'commander';
import type { Output } from './commands/context.ts';
import { type ExitStatus, exitStatus, UserError } from './errors.ts';
import type { Speaker } from './messages/index.ts';
import { type JsonProblem, problemJson } from './reports/problem.ts';
import { visibleJson } from './reports/visible.ts';

/** How errors are said: with `--json` as the one document on stdout. */
export interface Voice {
  readonly speaker: Speaker;
  readonly output: Output;
  readonly json: boolean;
}

/** A user's mistake without a stack trace; our own with one. */
export function explain(error: unknown, voice: Voice): ExitStatus {
  if (isHelp(error)) return exitStatus.fine;
  if (voice.json) voice.output.write(`${visibleJson({ error: jsonOf(error, voice) })}\n`);
  if (!(error instanceof UserError)) {
    for (const line of stackOf(error).split('\n')) voice.output.note(line);
    return exitStatus.internal;
  }
  if (!voice.json) say(error, voice);
  return error.status;
}

/** Help and version are no errors. */
const isHelp = (thrown: unknown): boolean =>
  thrown instanceof CommanderError && (thrown.exitCode === 0 || thrown.code === 'commander.help');

function say({ place: { file, line, column }, text, hint }: UserError, { speaker, output }: Voice): void {
  const place = [file, line, column].filter((part) => part !== undefined).join(':');
  output.note(`${place === '' ? '' : `${place}: `}${speaker.say(text)}`);
  if (hint !== undefined) output.note(`  ${speaker.say(hint)}`);
}

function jsonOf(error: unknown, { speaker }: Voice): JsonProblem {
  if (error instanceof UserError) return problemJson({ ...error, message: error.text }, speaker.say);
  const message = error instanceof Error ? error.message : String(error);
  return { file: null, line: null, column: null, message, hint: null, status: exitStatus.internal };
}

const stackOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? String(error)) : String(error));
