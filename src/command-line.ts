import { resolve } from 'node:path';
import { CommanderError, type HelpConfiguration, Command as Program } from 'commander';
import type { Context, Output } from './commands/context.ts';
import { type Command, commands, type Option } from './commands/index.ts';
import { type ExitStatus, exitStatus, UserError } from './errors.ts';
import { createSpeaker, interfaceLanguages, type Speaker } from './messages/index.ts';

/** Reads the command line, runs one command, and says what went wrong. Gives the exit status. */
export async function runCommandLine(args: readonly string[]): Promise<ExitStatus> {
  const speaker = createSpeaker(wantedLanguage(args), process.env);
  const stop = new AbortController();
  const interrupted = onSignals(stop);
  const result: { status: ExitStatus } = { status: exitStatus.fine };
  const program = createProgram(speaker, async (command, given, options) => {
    const { run } = await command.load();
    result.status = await run(contextOf(options, speaker, stop.signal), given, options);
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return interrupted() ?? result.status;
  } catch (error) {
    return interrupted() ?? explain(error, speaker);
  }
}

/** Needed before commander reads the rest: its own texts are in this language too. */
function wantedLanguage(args: readonly string[]): string | undefined {
  const at = args.indexOf('--lang');
  return at < 0 ? args.find((arg) => arg.startsWith('--lang='))?.slice('--lang='.length) : args[at + 1];
}

/** Commander's own words in the speaker's language. `styleTitle` gets them in English. */
function helpIn({ say }: Speaker): HelpConfiguration {
  const titles: Readonly<Record<string, string>> = {
    'Usage:': say({ id: 'help.usage' }),
    'Options:': say({ id: 'help.options' }),
    'Commands:': say({ id: 'help.commands' }),
    'Arguments:': say({ id: 'help.arguments' }),
  };
  return {
    styleTitle: (title) => titles[title] ?? title,
    optionDescription: ({ description, argChoices }) =>
      argChoices === undefined
        ? description
        : say({ id: 'help.choices', values: { text: description, choices: argChoices.join(', ') } }),
  };
}

type Run = (command: Command, args: readonly string[], options: Options) => Promise<void>;
type Options = Readonly<Record<string, unknown>>;

function createProgram(speaker: Speaker, run: Run): Program {
  const program = new Program('wordferry').configureHelp(helpIn(speaker)).description(speaker.say({ id: 'program' }));
  quiet(program)
    .helpCommand(false)
    .helpOption('-h, --help', speaker.say({ id: 'option.help' }));
  program.usage('<command> [paths…]').version('0.1.0', '-V, --version', speaker.say({ id: 'option.version' }));
  for (const command of commands) addCommand(program, command, speaker, run);
  return program;
}

function addCommand(program: Program, command: Command, speaker: Speaker, run: Run): void {
  const added = quiet(program.command(`${command.name} ${command.arguments ?? ''}`.trim()));
  added.description(speaker.say({ id: command.summary }));
  for (const option of [...(command.options ?? []), ...commonOptions]) addOption(added, option, speaker);
  added.helpOption('-h, --help', speaker.say({ id: 'option.help' }));
  added.addHelpText(
    'after',
    `\n${speaker.say({ id: 'help.examples' })}\n${command.examples.map((example) => `  ${example}`).join('\n')}`,
  );
  added.action(async () => {
    await run(command, added.args, added.opts());
  });
}

const commonOptions: readonly Option[] = [
  { flags: '--json', text: 'option.json' },
  { flags: '--quiet', text: 'option.quiet' },
  { flags: '--cwd <dir>', text: 'option.cwd' },
  { flags: '--glossary <file>', text: 'option.glossary' },
  { flags: '--lang <language>', text: 'option.lang', choices: interfaceLanguages },
];

function addOption(program: Program, { flags, text, type, choices }: Option, speaker: Speaker): void {
  const option = program.createOption(flags, speaker.say({ id: text }));
  if (choices !== undefined) option.choices(choices);
  if (type === 'list') option.argParser((value) => value.split(',').filter((item) => item !== ''));
  if (type === 'number') option.argParser((value) => wholeNumber(value, flags));
  program.addOption(option);
}

function wholeNumber(value: string, flags: string): number {
  if (/^\d+$/.test(value)) return Number(value);
  throw new UserError({ id: 'usage.number', values: { flags, value } });
}

/** Help headings in our words; errors are thrown and said by `explain`. */
function quiet(program: Program): Program {
  return program.exitOverride().configureOutput({ outputError: () => {} });
}

function contextOf(options: Options, speaker: Speaker, signal: AbortSignal): Context {
  const { env } = process;
  const cwd = resolve(typeof options.cwd === 'string' ? options.cwd : '.');
  const json = options.json === true || options.format === 'json';
  return {
    cwd,
    env,
    speaker,
    json,
    quiet: options.quiet === true,
    glossary: typeof options.glossary === 'string' ? resolve(cwd, options.glossary) : undefined,
    signal,
    output,
  };
}

const output: Output = {
  print: (text) => void process.stdout.write(`${text}\n`),
  note: (text) => void process.stderr.write(`${text}\n`),
  isTerminal: process.stderr.isTTY === true && !process.env.CI,
  color: process.stdout.isTTY === true && !process.env.NO_COLOR,
};

/** The first signal lets what is under way come to an end, the second ends at once. */
function onSignals(stop: AbortController): () => ExitStatus | undefined {
  let status: ExitStatus | undefined;
  const listen = (signal: 'SIGINT' | 'SIGTERM', exit: ExitStatus) =>
    process.on(signal, () => {
      if (status !== undefined) process.exit(exit);
      status = exit;
      stop.abort();
    });
  listen('SIGINT', exitStatus.interrupted);
  listen('SIGTERM', exitStatus.terminated);
  return () => status;
}

/** A user's mistake without a stack trace; our own with one. */
function explain(error: unknown, speaker: Speaker): ExitStatus {
  if (error instanceof CommanderError) return explainUsage(error, speaker);
  if (!(error instanceof UserError)) {
    output.note((error as Error).stack ?? String(error));
    return exitStatus.internal;
  }
  const { file, line, column } = error.place;
  const place = [file, line, column].filter((part) => part !== undefined).join(':');
  output.note(`${place === '' ? '' : `${place}: `}${speaker.say(error.text)}`);
  if (error.hint !== undefined) output.note(`  ${speaker.say(error.hint)}`);
  return error.status;
}

/** What commander says in English, in our words; help and version are no errors. */
function explainUsage({ code, message, exitCode }: CommanderError, speaker: Speaker): ExitStatus {
  if (exitCode === 0 || code === 'commander.help') return exitStatus.fine;
  const quoted = /'([^']*)'/.exec(message)?.[1] ?? '';
  const suggestion = /Did you mean (.*)\?/.exec(message)?.[1];
  const expected = /Allowed choices are (.*)\.$/.exec(message)?.[1] ?? '';
  const id = usageMessages[code];
  output.note(id === undefined ? message : speaker.say({ id, values: { quoted, expected } }));
  if (suggestion !== undefined) output.note(`  ${speaker.say({ id: 'usage.suggestion', values: { suggestion } })}`);
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
