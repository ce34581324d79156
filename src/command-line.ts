import { resolve } from 'node:path';
import type { Context, Output } from './commands/context.ts';
import { type ExitStatus, exitStatus } from './errors.ts';
import { explain } from './explain.ts';
import { createSpeaker } from './messages/index.ts';
import { createProgram, type Options } from './program.ts';
import { redactor } from './reports/redact.ts';
import { visible, visibleInColor } from './reports/visible.ts';
import { type Signals, watchSignals } from './signals.ts';

/** Reads the command line, runs one command, and says what went wrong. Gives the exit status. */
export async function runCommandLine(args: readonly string[]): Promise<ExitStatus> {
  const speaker = createSpeaker(wantedLanguage(args), process.env);
  const signals = watchSignals();
  const output: Output = { ...streams, color: isColored(args) };
  const result: { status: ExitStatus } = { status: exitStatus.fine };
  const program = createProgram(args, speaker, async (command, given, options) => {
    const { run } = await command.load();
    result.status = await run(contextOf(options, { speaker, signals, output }), given, options);
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    const status = signals.status();
    if (status !== undefined) output.note(speaker.say({ id: 'run.interrupted' }));
    return status ?? result.status;
  } catch (error) {
    const status = explain(error, { speaker, output, json: wantsJson(args) });
    return signals.status() ?? status;
  }
}

/** Needed before commander reads the rest: its own texts are in this language too. */
const wantedLanguage = (args: readonly string[]): string | undefined => optionValue('--lang', args);

/** As https://no-color.org and https://force-color.org say; for a pager too: `FORCE_COLOR=1 wordferry diff | less -R`. */
function isColored(args: readonly string[]): boolean {
  const { NO_COLOR, FORCE_COLOR } = process.env;
  if (args.includes('--no-color') || NO_COLOR) return false;
  return FORCE_COLOR ? FORCE_COLOR !== '0' : process.stdout.isTTY === true;
}

/** Needed where commander could not read the rest: a mistake is said as JSON too. */
function wantsJson(args: readonly string[]): boolean {
  return args.includes('--json') || optionValue('--format', args) === 'json';
}

function optionValue(option: string, args: readonly string[]): string | undefined {
  const at = args.indexOf(option);
  return at < 0 ? args.find((arg) => arg.startsWith(`${option}=`))?.slice(option.length + 1) : args[at + 1];
}

interface Around extends Pick<Context, 'speaker' | 'output'> {
  readonly signals: Signals;
}

function contextOf(options: Options, { speaker, signals, output }: Around): Context {
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
    lockTimeout: typeof options.lockTimeout === 'number' ? options.lockTimeout : undefined,
    signal: signals.signal,
    awaiting: signals.awaiting,
    output,
    confirm: isDialogue && !json && options.quiet !== true ? (question) => confirm(speaker.say(question)) : undefined,
  };
}

const isDialogue = process.stdin.isTTY === true && process.stderr.isTTY === true && !process.env.CI;

/** Whether the person at the terminal says yes, in one of our languages. */
async function confirm(question: string): Promise<boolean> {
  const { createInterface } = await import('node:readline/promises');
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^\s*(?:y|yes|j|ja|예|네)\s*$/iu.test(await terminal.question(`${visible(question)} `));
  } finally {
    terminal.close();
  }
}

const redact = redactor(process.env);

const streams: Omit<Output, 'color'> = {
  print: (line) => void process.stdout.write(`${redact(visible(line))}\n`),
  paint: (line) => void process.stdout.write(`${redact(visibleInColor(line))}\n`),
  write: (text) => void process.stdout.write(redact(text)),
  note: (line) => void process.stderr.write(`${redact(visible(line))}\n`),
  isTerminal: process.stderr.isTTY === true && !process.env.CI,
  columns: process.stdout.columns ?? (Number(process.env.COLUMNS) || undefined),
};
