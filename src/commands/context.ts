import { resolve } from 'node:path';
import { UserError } from '../errors.ts';
import type { Speaker } from '../messages/index.ts';
import type { Message } from '../model.ts';

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
  /** Aborted by the first SIGINT or SIGTERM. */
  readonly signal: AbortSignal;
  readonly output: Output;
}

export interface Output {
  /** Results: stdout. */
  print(text: string): void;
  /** Progress and messages: stderr. */
  note(text: string): void;
  /** Colour and moving lines. */
  readonly isTerminal: boolean;
  readonly color: boolean;
}

export const printJson = ({ output }: Context, value: unknown): void => output.print(JSON.stringify(value, null, 2));

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
