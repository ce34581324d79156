import { type CommanderError, type HelpConfiguration, Command as Program } from 'commander';
import { type Command, commands, groups, type Option } from './commands/index.ts';
import { UserError } from './errors.ts';
import { interfaceLanguages, type Speaker } from './messages/index.ts';
import { usageError } from './usage-error.ts';
import { version } from './version.ts';

/** What a command line said: a command, its arguments, its options by their long names. */
export type Run = (command: Command, args: readonly string[], options: Options) => Promise<void>;
export type Options = Readonly<Record<string, unknown>>;

/** The command line as commander knows it: the commands that `args` may mean. Errors are thrown, not printed. */
export function createProgram(args: readonly string[], speaker: Speaker, run: Run): Program {
  const program = new Program('wordferry').configureHelp(helpIn(speaker)).description(speaker.say({ id: 'program' }));
  quiet(program, 'wordferry')
    .helpCommand(false)
    .helpOption('-h, --help', speaker.say({ id: 'option.help' }));
  program.usage('<command> [paths…]').version(version, '-V, --version', speaker.say({ id: 'option.version' }));
  // Also before the command: `wordferry --lang de status`.
  for (const option of commonOptions) addOption(program, option, speaker);
  const groupOf = groupsIn(program, speaker);
  for (const command of meant(args)) addCommand(groupOf(command), command, speaker, run);
  return program;
}

/** To describe all of them takes longer than to run one. Who asks for help, or names none, gets to know them all. */
function meant(args: readonly string[]): readonly Command[] {
  if (args[0] === '--version' || args[0] === '-V') return [];
  const firstWord = ({ name }: Command) => name.split(' ', 1)[0] ?? '';
  const opening = args.find((arg) => !arg.startsWith('-'));
  const isClear = commands.some((command) => firstWord(command) === opening);
  const isHelp = args.includes('--help') || args.includes('-h');
  return isClear && !isHelp ? commands.filter((command) => args.includes(firstWord(command))) : commands;
}

/** Where a command belongs: `glossary check` into the group `glossary`, which is made with its first command. */
function groupsIn(program: Program, speaker: Speaker): (command: Command) => Program {
  const made = new Map<string, Program>();
  return ({ name }) => {
    const group = groups.find((each) => name.startsWith(`${each.name} `));
    if (group === undefined) return program;
    const known = made.get(group.name) ?? addGroup(program, group, speaker);
    made.set(group.name, known);
    return known;
  };
}

function addGroup(program: Program, { name, summary }: (typeof groups)[number], speaker: Speaker): Program {
  const group = quiet(program.command(name), `wordferry ${name}`).helpCommand(false).usage('<command>');
  group.description(speaker.say({ id: summary })).helpOption('-h, --help', speaker.say({ id: 'option.help' }));
  for (const option of commonOptions) addOption(group, option, speaker);
  return group;
}

function addCommand(group: Program, command: Command, speaker: Speaker, run: Run): void {
  const name = command.name.split(' ').at(-1);
  const added = quiet(group.command(`${name} ${command.arguments ?? ''}`.trim()), 'wordferry');
  added.description(speaker.say({ id: command.summary }));
  for (const option of [...(command.options ?? []), ...commonOptions]) addOption(added, option, speaker);
  added.helpOption('-h, --help', speaker.say({ id: 'option.help' }));
  added.addHelpText(
    'after',
    `\n${speaker.say({ id: 'help.examples' })}\n${command.examples.map((example) => `  ${example}`).join('\n')}`,
  );
  added.allowExcessArguments().action(async () => {
    refuseExcess(added);
    await run(command, added.args, { ...group.parent?.opts(), ...group.opts(), ...added.opts() });
  });
}

/** Commander counts what is too much; we name it. */
function refuseExcess({ args, registeredArguments }: Program): void {
  const argument = registeredArguments.at(-1)?.variadic ? undefined : args[registeredArguments.length];
  if (argument !== undefined) throw new UserError({ id: 'usage.excess', values: { argument } });
}

const commonOptions: readonly Option[] = [
  { flags: '--json', text: 'option.json' },
  { flags: '--quiet', text: 'option.quiet' },
  { flags: '--cwd <dir>', text: 'option.cwd' },
  { flags: '--glossary <file>', text: 'option.glossary' },
  { flags: '--no-color', text: 'option.no_color' },
  { flags: '--lang <language>', text: 'option.lang', choices: interfaceLanguages },
];

function addOption(program: Program, { flags, text, values, type, choices }: Option, speaker: Speaker): void {
  const option = program.createOption(flags, speaker.say({ id: text, ...(values && { values }) }));
  if (choices !== undefined) option.choices(choices);
  if (type === 'list') option.argParser((value) => value.split(',').filter((item) => item !== ''));
  if (type === 'number') option.argParser((value) => wholeNumber(value, flags));
  if (type === 'count') option.argParser((value) => wholeNumber(value, flags) || refuseZero(value, flags));
  if (type === 'amount') option.argParser((value) => amount(value, flags));
  program.addOption(option);
}

function wholeNumber(value: string, flags: string): number {
  if (/^\d+$/.test(value)) return Number(value);
  throw new UserError({ id: 'usage.number', values: { flags, value } });
}

function refuseZero(value: string, flags: string): never {
  throw new UserError({ id: 'usage.count', values: { flags, value } });
}

function amount(value: string, flags: string): number {
  if (/^\d+(?:\.\d+)?$/.test(value)) return Number(value);
  throw new UserError({ id: 'usage.amount', values: { flags, value } });
}

/** What is wrong is said by `explain`. */
function quiet(program: Program, name: string): Program {
  const fail = (error: CommanderError): never => {
    throw usageError(error, name);
  };
  return program.exitOverride(fail).configureOutput({ outputError: () => {} });
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
