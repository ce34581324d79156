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
export function explain(thrown: unknown, voice: Voice): ExitStatus {
  if (isHelp(thrown)) return exitStatus.fine;
  const error = thrown instanceof CommanderError ? usageError(thrown) : thrown;
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

/** What commander says in English, in our words. */
function usageError(error: CommanderError): UserError | CommanderError {
  const { code, message } = error;
  const quoted = /'([^']*)'/.exec(message)?.[1] ?? '';
  const suggestion = /Did you mean (.*)\?/.exec(message)?.[1];
  const expected = /Allowed choices are (.*)\.$/.exec(message)?.[1] ?? '';
  const id = usageMessages[code];
  if (id === undefined) return error;
  const hint = suggestion === undefined ? {} : { hint: { id: 'usage.suggestion', values: { suggestion } } as const };
  return new UserError({ id, values: { quoted, expected } }, hint);
}

const usageMessages: Readonly<
  Record<string, 'usage.command' | 'usage.option' | 'usage.argument' | 'usage.value' | 'usage.choice'>
> = {
  'commander.unknownCommand': 'usage.command',
  'commander.unknownOption': 'usage.option',
  'commander.missingArgument': 'usage.argument',
  'commander.optionMissingArgument': 'usage.value',
  'commander.invalidArgument': 'usage.choice',
};
