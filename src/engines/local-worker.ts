import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type { LocalModel, LocalProgram } from '../local-models.ts';
import { type Bergamot, startBergamot, type Translator } from './bergamot.ts';
import type { LocalText } from './local-html.ts';

/** What a translating thread is asked. */
export interface LocalTask {
  readonly texts: readonly LocalText[];
  /** The models that they go through, one or two. */
  readonly pairs: readonly string[];
  /** Those of them that the thread was not given before. */
  readonly models: readonly (Omit<LocalModel, 'file'> & { readonly pair: string })[];
}

/** One a text, in order; or the model that the translator does not bear. Other errors end the thread. */
export type LocalReply = { readonly texts: readonly string[] } | { readonly broken: string };

export interface LocalCall {
  readonly task: LocalTask;
  readonly back: MessagePort;
}

const bergamot = startBergamot(workerData as LocalProgram);
const translators = new Map<string, Translator>();

parentPort?.on('message', async ({ task, back }: LocalCall) => {
  back.postMessage(replyTo(await bergamot, task));
});

function replyTo(program: Bergamot, { texts, pairs, models }: LocalTask): LocalReply {
  for (const { pair, ...model } of models) {
    try {
      translators.set(pair, program.load(model));
    } catch {
      return { broken: pair };
    }
  }
  return {
    texts: program.translate(
      texts,
      pairs.map((pair) => translators.get(pair)!),
    ),
  };
}
