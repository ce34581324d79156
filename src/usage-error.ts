import type { CommanderError } from 'commander';
import { UserError } from './errors.ts';

/** What commander says in English, in our words. `program` lists what could have been said: `wordferry glossary`. */
export function usageError(error: CommanderError, program: string): UserError | CommanderError {
  const { code, message } = error;
  const quoted = /'([^']*)'/.exec(message)?.[1] ?? '';
  const suggestion = /Did you mean (.*)\?/.exec(message)?.[1];
  const expected = /Allowed choices are (.*)\.$/.exec(message)?.[1] ?? '';
  const id = usageMessages[code];
  if (id === undefined) return error;
  const hint = suggestion === undefined ? {} : { hint: { id: 'usage.suggestion', values: { suggestion } } as const };
  return new UserError({ id, values: { quoted, expected, program } }, hint);
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
