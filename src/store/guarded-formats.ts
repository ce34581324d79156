import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { formatOf } from '../formats/index.ts';
import type { Format, Message, Parsed } from '../model.ts';
import type { ParseChannel, ParseReply, ParseTask } from './parse-worker.ts';

/** Formats that read long documents in a thread of their own, and give up on one that takes too long. */
export interface GuardedFormats {
  formatOf(path: string): Format | undefined;
  /** Ends the thread. */
  close(): void;
}

/**
 * Documents are somebody else's, and a parser may take hours for one that was made for it. This thread waits for the
 * other, `seconds` at most; then that one is stopped, wherever it is, and the document is refused. It sees no environment,
 * where the keys are.
 */
export function guardFormats(seconds: number): GuardedFormats {
  let thread: Thread | undefined;
  const ask = (task: ParseTask): Parsed => {
    thread ??= startThread();
    const reply = replyOf(thread, task, seconds);
    if (reply === undefined) {
      stopThread(thread);
      thread = undefined;
      return refused({ id: 'format.slow', values: { seconds } });
    }
    return settled(reply);
  };
  const guarded = new Map<string, Format>();
  return {
    formatOf(path) {
      const format = formatOf(path);
      if (format === undefined) return undefined;
      const known = guarded.get(format.id) ?? guard(format, ask);
      guarded.set(format.id, known);
      return known;
    },
    close() {
      if (thread !== undefined) stopThread(thread);
      thread = undefined;
    },
  };
}

/** UTF-16 units. In a shorter text no parser gets lost for long, and a thread costs more than it. */
const short = 65_536;

/** The same text is read several times in a row: by the check for refusals, and by each way to explain edits. */
const remembered = 4;

function guard(format: Format, ask: (task: ParseTask) => Parsed): Format {
  const known: { readonly text: string; readonly options: string; readonly parsed: Parsed }[] = [];
  return {
    ...format,
    parse(text, options) {
      const name = JSON.stringify(options);
      const found = known.find((each) => each.text === text && each.options === name);
      if (found !== undefined) return found.parsed;
      const parsed =
        text.length < short
          ? settled(attempt(() => format.parse(text, options)))
          : ask({ format: format.id, text, options });
      known.unshift({ text, options: name, parsed });
      known.length = Math.min(known.length, remembered);
      return parsed;
    },
  };
}

function attempt(parse: () => Parsed): ParseReply {
  try {
    return { parsed: parse() };
  } catch (error) {
    return { error: error as Error };
  }
}

/** A stack that overflows is the document's fault; anything else is ours. */
function settled(reply: ParseReply): Parsed {
  if ('parsed' in reply) return reply.parsed;
  if (reply.error instanceof RangeError) return refused({ id: 'format.deep' });
  throw reply.error;
}

function refused(message: Message): Parsed {
  return { units: [], newlines: 'line', refusal: { message, offset: 0 } };
}

/** Tests run the sources; a thread of Node 20 needs JavaScript. */
const isCompiled = import.meta.url.endsWith('.js');

interface Thread {
  readonly worker: Worker;
  readonly port: MessagePort;
  readonly done: Int32Array;
}

function startThread(): Thread {
  const { port1, port2 } = new MessageChannel();
  const done = new Int32Array(new SharedArrayBuffer(4));
  const workerData: ParseChannel = { port: port2, done };
  const file = new URL(isCompiled ? './parse-worker.js' : '../../dist/store/parse-worker.js', import.meta.url);
  const worker = new Worker(file, {
    workerData,
    transferList: [port2],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: 1024 },
  });
  worker.unref();
  // One that ran out of memory is seen by its silence.
  worker.on('error', () => undefined);
  return { worker, port: port1, done };
}

function replyOf({ worker, port, done }: Thread, task: ParseTask, seconds: number): ParseReply | undefined {
  Atomics.store(done, 0, 0);
  worker.postMessage(task);
  Atomics.wait(done, 0, 0, seconds * 1000);
  return receiveMessageOnPort(port)?.message as ParseReply | undefined;
}

function stopThread({ worker, port }: Thread): void {
  port.close();
  void worker.terminate();
}
