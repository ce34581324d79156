import { EngineFault, UserError } from '../errors.ts';
import type { LocalModels } from '../local-models.ts';
import type { Batch, Engine, EngineLimits, Languages, Message } from '../model.ts';
import { charactersIn } from './bill.ts';
import { countCodePoints } from './code-points.ts';
import { fromHtml, toHtml } from './local-html.ts';
import { missingModels, routeOf } from './local-route.ts';
import { createThreads, type Ended, type LocalThreads } from './local-thread.ts';
import type { LocalTask } from './local-worker.ts';
import { isMarian } from './marian.ts';
import { free } from './unlimited.ts';

export interface LocalSettings {
  /** Milliseconds that some work may take: models to read, and code points to translate with so many models. */
  readonly deadline?: ((work: { readonly characters: number; readonly models: number }) => number) | undefined;
}

/** Mozilla's models on this machine: no text leaves it. Throws `UserError` where the translator is not installed. */
export function createLocal(models: LocalModels, settings: LocalSettings = {}): Engine {
  const [program, installed] = [models.program(), models.installed()];
  const threads = createThreads(program);
  const local: Local = {
    models,
    threads,
    version: program.version,
    deadline: settings.deadline ?? patience,
    failures: 0,
  };
  const route = (languages: Languages) => routeOf(languages, installed);
  return {
    id: 'local',
    fake: false,
    limits,
    supports: { tags: true, glossary: false, context: false, style: false, ids: false },
    price: { currency: 'EUR', characters: 0 },
    version: (languages) =>
      [1, program.version, ...(route(languages) ?? []).map((pair) => installed.get(pair))].join(' '),
    refuses: (languages) => (route(languages) === undefined ? refusal(languages, installed) : undefined),
    fits: ({ requests }) =>
      requests.length <= limits.texts && requests.every(({ text }) => countCodePoints(text) <= longest),
    estimate: () => free,
    async translate(batch, signal) {
      const pairs = route(batch.languages);
      if (pairs === undefined) throw new UserError(refusal(batch.languages, installed));
      const texts = await translated(local, { batch, pairs, signal });
      return { answers: texts.map((text) => ({ text })), bill: free };
    },
    close: threads.end,
  };
}

/** One thread does the work; the deadline and what a crash costs ask for batches that are not too long. */
const limits: EngineLimits = { texts: 32, bytes: Number.POSITIVE_INFINITY, concurrency: 1 };

/** Code points of one text: longer ones the models never saw, and Marian would cut. */
const longest = 1500;

/** Half a minute to begin with, and twenty characters a second and model: slower than any machine that is worth waiting for. */
const patience: NonNullable<LocalSettings['deadline']> = ({ characters, models }) => 30_000 + 50 * characters * models;

/** What lasts from batch to batch. */
interface Local extends Required<LocalSettings> {
  readonly models: LocalModels;
  readonly threads: LocalThreads;
  readonly version: string;
  /** Batches in a row that came to nothing. */
  failures: number;
}

interface Asked {
  readonly batch: Batch;
  /** The models, one after the other. */
  readonly pairs: readonly string[];
  readonly signal: AbortSignal;
}

async function translated(local: Local, { batch, pairs, signal }: Asked): Promise<readonly string[]> {
  const deadline = local.deadline({ characters: charactersIn(batch), models: pairs.length });
  const task: LocalTask = {
    pairs,
    texts: batch.requests.map(({ text }) => toHtml(text)),
    models: modelsFor(local, pairs),
  };
  const reply = await local.threads.ask(task, { deadline, signal });
  if (typeof reply === 'string') throw faultOf(local, { ended: reply, deadline });
  if ('broken' in reply) throw broken(local, reply.broken);
  local.failures = 0;
  return batch.requests.map(({ text: source }, at) => fromHtml({ ...task.texts[at]!, text: reply.texts[at]! }, source));
}

/** Those that the thread does not have yet. */
function modelsFor({ models, threads, version }: Local, pairs: readonly string[]): LocalTask['models'] {
  return pairs
    .filter((pair) => !threads.has(pair))
    .map((pair) => {
      const { file, ...model } = models.read(pair);
      if (!isMarian(model.model)) throw unreadable({ pair, file, version });
      return { pair, ...model };
    });
}

function broken({ models, version }: Local, pair: string): UserError {
  return unreadable({ pair, file: models.read(pair).file, version });
}

function unreadable({
  pair,
  file,
  version,
}: {
  readonly pair: string;
  readonly file: string;
  readonly version: string;
}): UserError {
  const hint: Message = { id: 'engine.local.broken.hint', values: { pair } };
  return new UserError({ id: 'engine.local.broken', values: { pair, version } }, { place: { file }, hint });
}

/**
 * Nothing here is ever billed. A text that breaks the translator is found by halving the batch, and is then left alone; where
 * that many batches fail in a row, it is not the text.
 */
function faultOf(local: Local, { ended, deadline }: { readonly ended: Ended; readonly deadline: number }): EngineFault {
  const engine = 'local';
  if (ended === 'interrupted')
    return new EngineFault(
      { id: 'engine.fault.interrupted', values: { engine } },
      { billing: 'refused', remedy: 'stop' },
    );
  local.failures += 1;
  const remedy = local.failures < 10 ? 'split' : 'stop';
  const text: Message =
    ended === 'late'
      ? { id: 'engine.fault.deadline', values: { engine, seconds: Math.round(deadline / 1000) } }
      : { id: 'engine.local.crashed' };
  return new EngineFault(text, { billing: 'refused', remedy });
}

function refusal(languages: Languages, installed: ReadonlyMap<string, string>): Message {
  const missing = missingModels(languages, installed);
  return { id: 'engine.local.missing', values: { ...languages, models: missing.join(' ') } };
}
