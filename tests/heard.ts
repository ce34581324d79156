import type { Context } from '../src/commands/context.ts';
import { createSpeaker } from '../src/messages/index.ts';

export interface Heard {
  readonly context: Context;
  /** All that was said so far, each line behind the way it took. */
  text(): string;
}

/** A command's context without a terminal or a process of its own. */
export function heardContext(cwd: string, given: Partial<Context> = {}): Heard {
  let text = '';
  const say = (by: string) => (line: string) => {
    text += `${by} ${line}\n`;
  };
  const output = { print: say('print'), paint: say('paint'), write: say('write'), note: say('note') };
  const context: Context = {
    cwd,
    env: {},
    json: false,
    quiet: false,
    speaker: createSpeaker('en', {}),
    signal: new AbortController().signal,
    awaiting: (work) => work(),
    output: { ...output, isTerminal: false, color: false, columns: undefined },
    ...given,
  };
  return { context, text: () => text };
}
