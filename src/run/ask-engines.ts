import { join } from 'node:path';
import type { Outcome, Result, Stop } from '../engines/outcome.ts';
import { createPurse } from '../engines/purse.ts';
import type { RunOptions } from '../engines/run.ts';
import { type ExitStatus, exitStatus } from '../errors.ts';
import type { Engine, Journal } from '../model.ts';
import { type Answers, type EngineAnswer, type PlannedRequest, requestMap } from '../pipeline/index.ts';

/** What the engines of a run did. */
export interface Asked {
  readonly answers: Answers;
  /** One a request, in order; none where it has no engine. */
  readonly results: readonly (Result | undefined)[];
  /** One for each time that an engine was asked for something, in order. */
  readonly outcomes: readonly EngineOutcome[];
}

export interface EngineOutcome extends Outcome {
  readonly engine: Engine;
}

export interface AskOptions extends Pick<RunOptions, 'jobs' | 'retryQuarantined' | 'onProgress' | 'time'> {
  readonly root: string;
  /** By id. */
  readonly engines: ReadonlyMap<string, Engine>;
  readonly budget: Parameters<typeof createPurse>[0];
  readonly signal?: AbortSignal | undefined;
  /** A line of the journal with paid answers that no disk takes. */
  readonly onUnsaved?: ((line: object) => void) | undefined;
}

/** Asks for what the memory does not have: each engine of a route for what those before it left. */
export async function askEngines(requests: readonly PlannedRequest[], options: AskOptions): Promise<Asked> {
  const asked = requests.filter(({ route }) => route.length > 0);
  if (asked.length === 0) return { answers: requestMap(), results: requests.map(() => undefined), outcomes: [] };
  const journal = await journalFor(asked, options);
  try {
    return await askInTurn(asked, requests, { ...options, journal });
  } finally {
    journal?.close();
  }
}

/** Nobody pays for fake engines, and nobody keeps what they say. */
async function journalFor(
  asked: readonly PlannedRequest[],
  { root, engines, onUnsaved }: AskOptions,
): Promise<Journal | undefined> {
  if (asked.every(({ route }) => route.every((id) => engines.get(id)?.fake ?? true))) return undefined;
  const { openJournal } = await import('../store/journal.ts');
  return openJournal(join(root, '.wordferry/journal'), { onUnsaved });
}

async function askInTurn(
  asked: readonly PlannedRequest[],
  requests: readonly PlannedRequest[],
  { engines, budget, ...options }: AskOptions & { readonly journal: Journal | undefined },
): Promise<Asked> {
  const { translateRequests } = await import('../engines/run.ts');
  const { signal = new AbortController().signal } = options;
  const purse = createPurse(budget);
  const results = new Map<PlannedRequest, Result>();
  const answers: [PlannedRequest, EngineAnswer][] = [];
  const outcomes: EngineOutcome[] = [];
  for (const route of routesOf(asked)) {
    for (const id of route) {
      const engine = engines.get(id);
      const open = asked.filter((each) => each.route.join(' ') === route.join(' ') && isOpen(results.get(each)));
      if (engine === undefined || open.length === 0 || signal.aborted) continue;
      const outcome = await translateRequests(open, { ...options, engine, purse, signal });
      outcomes.push({ ...outcome, engine });
      for (const [at, request] of open.entries()) {
        const result = outcome.results[at];
        if (result?.kind === 'answered') {
          const { text, mended } = result;
          answers.push([request, { text, mended, engine: engine.id }]);
        }
        if (result !== undefined) results.set(request, result);
      }
      if (outcome.status === exitStatus.disk) return finish();
    }
  }
  return finish();

  function finish(): Asked {
    return { answers: requestMap(answers), results: requests.map((request) => results.get(request)), outcomes };
  }
}

function routesOf(asked: readonly PlannedRequest[]): readonly PlannedRequest['route'][] {
  return [...new Map(asked.map(({ route }) => [route.join(' '), route])).values()];
}

/** Whether another engine may still be of help. The run's budget, unlike an engine's quota, and its end hold for all of them. */
function isOpen(result: Result | undefined): boolean {
  if (result === undefined) return true;
  return result.kind === 'left' && result.reason !== 'interrupted' && result.text.id !== 'engine.left.budget';
}

/** What an engine's end means for the run: nothing, where another one did the work. */
export function endOf({ results, outcomes }: Pick<Asked, 'results' | 'outcomes'>): {
  readonly status: ExitStatus;
  readonly stopped: Stop | undefined;
} {
  const isDone = results.every((result) => result === undefined || result.kind === 'answered');
  const stops = outcomes.filter(({ status }) => status !== exitStatus.fine);
  const last = stops.find(({ status }) => hard.has(status)) ?? stops.at(-1);
  if (last === undefined || (isDone && !hard.has(last.status))) return { status: exitStatus.fine, stopped: undefined };
  return { status: last.status, stopped: last.stopped };
}

/** Whatever else was done: the person has to know. */
const hard: ReadonlySet<ExitStatus> = new Set([exitStatus.disk, exitStatus.interrupted, exitStatus.terminated]);
