import { resolve } from 'node:path';
import { UserError } from '../errors.ts';
import type { Speaker } from '../messages/index.ts';
import type { Message } from '../model.ts';
import { visibleJson } from '../reports/visible.ts';

/** What a command gets from the command line. */
export interface Context {
  /** Folder that paths are meant from. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly speaker: Speaker;
  /** One JSON document on stdout, nothing else there. */
  readonly json: boolean;
  readonly quiet: boolean;
  /** An absolute path; absent for the project's own. */
  readonly glossary?: string | undefined;
  /** Seconds to wait for another run's lock; absent: not at all. */
  readonly lockTimeout?: number | undefined;
  /** Aborted by a SIGINT or SIGTERM that comes during `awaiting`; at any other time it ends the program at once. */
  readonly signal: AbortSignal;
  /** Work with answers under way that are paid for. */
  awaiting<T>(work: () => Promise<T>): Promise<T>;
  readonly output: Output;
  /** Asks the person at the terminal; absent where nobody sits there. */
  readonly confirm?: ((question: Message) => Promise<boolean>) | undefined;
}

/** The only way out. File names and texts of documents may be hostile: each line comes out as `visible` shows it. */
export interface Output {
  /** A line of a result: stdout. */
  print(line: string): void;
  /** The same with our colours, around texts that are `visible`. */
  paint(line: string): void;
  /** What machines read (JSON, Markdown, a patch), as it is: stdout. */
  write(text: string): void;
  /** A line of progress or a message: stderr. */
  note(line: string): void;
  /** Moving lines. */
  readonly isTerminal: boolean;
  readonly color: boolean;
  /** Of the terminal that results go to; absent where they go elsewhere. */
  readonly columns: number | undefined;
}

export const printJson = ({ output }: Context, value: unknown): void => output.write(`${visibleJson(value)}\n`);

/** JSON lines. */
export const printJsonLine = ({ output }: Context, value: unknown): void =>
  output.write(`${visibleJson(value).replace(/\n */g, '')}\n`);

export const note = ({ output, quiet, speaker }: Context, message: Message): void => {
  if (!quiet) output.note(speaker.say(message));
};

/** Paths of the command line, from the project's root, with `/`. Throws `UserError` for one outside of it. */
export function pathsFromRoot(paths: readonly string[], cwd: string, root: string): readonly string[] {
  return paths.map((path) => {
    const full = resolve(cwd, path);
    if (full !== root && !full.startsWith(`${root}/`))
      throw new UserError({ id: 'path.outside', values: { path, root } });
    return full.slice(root.length + 1).replace(/\/$/, '');
  });
}
