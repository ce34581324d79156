import { formatOf } from '../formats/index.ts';
import type { Format, Message, Parsed } from '../model.ts';
import { type ParseThread, replyOf, startThread, stopThread } from './parse-thread.ts';
import type { ParseReply, ParseTask } from './parse-worker.ts';
import { endsWithin } from './within-time.ts';

/** Formats that give up on a document that takes too long; very long ones are read in a thread of their own. */
export interface GuardedFormats {
  formatOf(path: string): Format | undefined;
  /** Ends the thread. */
  close(): void;
}

/**
 * Documents are somebody else's, and a parser may take hours for one that was made for it: after `seconds` it is stopped,
 * wherever it is, and the document is refused. Where it may need much memory, this thread waits for another one, which has
 * a limit for that; it sees no environment, where the keys are.
 */
export function guardFormats(seconds: number): GuardedFormats {
  let thread: ParseThread | undefined;
  const slow = refused({ id: 'format.slow', values: { seconds } });
  const here = (parse: () => Parsed): Parsed => {
    let reply: ParseReply | undefined;
    const isDone = endsWithin(seconds, () => {
      reply = attempt(parse);
    });
    return isDone && reply !== undefined ? settled(reply) : slow;
  };
  const ask = (task: ParseTask): Parsed => {
    thread ??= startThread();
    const reply = replyOf(thread, task, seconds);
    if (reply === undefined) {
      stopThread(thread);
      thread = undefined;
      return slow;
    }
    return settled(reply);
  };
  const guarded = new Map<string, Format>();
  return {
    formatOf(path) {
      const format = formatOf(path);
      if (format === undefined) return undefined;
      const known = guarded.get(format.id) ?? guard(format, { ask, here });
      guarded.set(format.id, known);
      return known;
    },
    close() {
      if (thread !== undefined) stopThread(thread);
      thread = undefined;
    },
  };
}

/** UTF-16 units. In a shorter text no parser gets lost for long, and watching it costs more than it. */
const short = 16_384;

/** UTF-16 units. What comes back from another thread is copied, which costs more than to find it. */
const long = 1_000_000;

/** The same text is read several times in a row: by the check for refusals, and by each way to explain edits. */
const remembered = 4;

interface Guards {
  ask(task: ParseTask): Parsed;
  here(parse: () => Parsed): Parsed;
}

function guard(format: Format, guards: Guards): Format {
  const parseGuarded: Format['parse'] = (text, options) => {
    const parse = () => format.parse(text, options);
    if (text.length < short) return settled(attempt(parse));
    return text.length < long ? guards.here(parse) : guards.ask({ format: format.id, text, options });
  };
  const known: { readonly text: string; readonly options: string; readonly parsed: Parsed }[] = [];
  return {
    ...format,
    parse(text, options) {
      const name = JSON.stringify(options);
      const found = known.find((each) => each.text === text && each.options === name);
      if (found !== undefined) return found.parsed;
      const parsed = parseGuarded(text, options);
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
