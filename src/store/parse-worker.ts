import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { formats } from '../formats/index.ts';
import type { Parsed, ParseOptions } from '../model.ts';

/** What a parsing thread is asked. */
export interface ParseTask {
  /** Id of the format. */
  readonly format: string;
  readonly text: string;
  readonly options: ParseOptions;
}

/** What comes back: what the format found, or the error that it threw. */
export type ParseReply = { readonly parsed: Parsed } | { readonly error: Error };

export interface ParseChannel {
  readonly port: MessagePort;
  /** One 32-bit number: 1 as soon as the reply is on the port. */
  readonly done: Int32Array;
}

const { port, done } = workerData as ParseChannel;

parentPort?.on('message', (task: ParseTask) => {
  port.postMessage(replyTo(task));
  Atomics.store(done, 0, 1);
  Atomics.notify(done, 0);
});

function replyTo({ format, text, options }: ParseTask): ParseReply {
  try {
    const plugin = formats.find(({ id }) => id === format);
    if (plugin === undefined) throw new Error(`No format ${format}`);
    return { parsed: plugin.parse(text, options) };
  } catch (error) {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }
}
