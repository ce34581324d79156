import { CommanderError } from 'commander';
import { type ExitStatus, exitStatus, UserError } from './errors.ts';
import type { Speaker } from './messages/index.ts';

type Note = (text: string) => void;

/** A user's mistake without a stack trace; our own with one. */
export function explain(error: unknown, speaker: Speaker, note: Note): ExitStatus {
  if (error instanceof CommanderError) return explainUsage(error, speaker, note);
  if (!(error instanceof UserError)) {
    note((error as Error).stack ?? String(error));
    return exitStatus.internal;
  }
  const { file, line, column } = error.place;
  const place = [file, line, column].filter((part) => part !== undefined).join(':');
  note(`${place === '' ? '' : `${place}: `}${speaker.say(error.text)}`);
  if (error.hint !== undefined) note(`  ${speaker.say(error.hint)}`);
  return error.status;
}

/** What commander says in English, in our words; help and version are no errors. */
function explainUsage({ code, message, exitCode }: CommanderError, speaker: Speaker, note: Note): ExitStatus {
  if (exitCode === 0 || code === 'commander.help') return exitStatus.fine;
  const quoted = /'([^']*)'/.exec(message)?.[1] ?? '';
  const suggestion = /Did you mean (.*)\?/.exec(message)?.[1];
  const expected = /Allowed choices are (.*)\.$/.exec(message)?.[1] ?? '';
  const id = usageMessages[code];
  note(id === undefined ? message : speaker.say({ id, values: { quoted, expected } }));
  if (suggestion !== undefined) note(`  ${speaker.say({ id: 'usage.suggestion', values: { suggestion } })}`);
  return exitStatus.usage;
}

const usageMessages: Readonly<
  Record<string, 'usage.command' | 'usage.option' | 'usage.argument' | 'usage.value' | 'usage.choice' | 'usage.excess'>
> = {
  'commander.unknownCommand': 'usage.command',
  'commander.unknownOption': 'usage.option',
  'commander.missingArgument': 'usage.argument',
  'commander.optionMissingArgument': 'usage.value',
  'commander.invalidArgument': 'usage.choice',
  'commander.excessArguments': 'usage.excess',
};
