import { join } from 'node:path';
import type { Outcome, Result, Stop } from '../engines/outcome.ts';
import { type Budget, createPurse, type Spent } from '../engines/purse.ts';
import type { RunOptions } from '../engines/run.ts';
import { type ExitStatus, exitStatus } from '../errors.ts';
import type { Engine, Journal } from '../model.ts';
import { type Answers, type EngineAnswer, type PlannedRequest, type Route, requestMap } from '../pipeline/index.ts';

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
  readonly budget: Budget;
  /** Grows by what is spent. */
  readonly spent?: Spent | undefined;
  readonly signal?: AbortSignal | undefined;
  /** A line of the journal with paid answers that no disk takes. */
  readonly onUnsaved?: ((line: object) => void) | undefined;
}

/** Asks for what the memory does not have: each engine of a route for what those before it left. */
export async function askEngines(requests: readonly PlannedRequest[], options: AskOptions): Promise<Asked> {
  const asked = requests.filter(({ route }) => route.length > 0);
  if (asked.length === 0) return { answers: requestMap(), results: requests.map(() => undefined), outcomes: [] };
  const journal = await journalFor(asked, options);
  const { signal = new AbortController().signal, budget, spent } = options;
  const purse = createPurse(budget);
  try {
    const turns = await askInTurn(asked, { ...options, journal, signal, purse });
    const { results, answers, outcomes } = turns;
    return { answers: requestMap(answers), results: requests.map((request) => results.get(request)), outcomes };
  } finally {
    journal?.close();
    if (spent !== undefined) {
      spent.characters += purse.characters;
      spent.cost += purse.cost;
    }
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

/** What has come of a run so far. */
interface Turns {
  readonly results: Map<PlannedRequest, Result>;
  readonly answers: [PlannedRequest, EngineAnswer][];
  readonly outcomes: EngineOutcome[];
}

type TurnOptions = Omit<RunOptions, 'engine'> & Pick<AskOptions, 'engines'>;

/** One route after the other, and on it one engine after the other. A disk that takes nothing ends it. */
async function askInTurn(asked: readonly PlannedRequest[], options: TurnOptions): Promise<Turns> {
  const { translateRequests } = await import('../engines/run.ts');
  const turns: Turns = { results: new Map(), answers: [], outcomes: [] };
  for (const [route, requests] of byRoute(asked)) {
    for (const engine of route.map((id) => options.engines.get(id))) {
      const open = requests.filter((request) => isOpen(turns.results.get(request)));
      if (engine === undefined || open.length === 0 || options.signal.aborted) continue;
      const outcome = await translateRequests(open, { ...options, engine });
      take(turns, open, { ...outcome, engine });
      if (outcome.status === exitStatus.disk) return turns;
    }
  }
  return turns;
}

function byRoute(asked: readonly PlannedRequest[]): readonly (readonly [Route, readonly PlannedRequest[]])[] {
  const nameOf = ({ route }: PlannedRequest) => route.join(' ');
  const routes = new Map(asked.map((request) => [nameOf(request), request.route]));
  return [...routes].map(([name, route]) => [route, asked.filter((request) => nameOf(request) === name)]);
}

function take({ results, answers, outcomes }: Turns, asked: readonly PlannedRequest[], outcome: EngineOutcome): void {
  outcomes.push(outcome);
  for (const [at, request] of asked.entries()) {
    const result = outcome.results[at];
    if (result === undefined) continue;
    results.set(request, result);
    if (result.kind !== 'answered') continue;
    answers.push([request, { text: result.text, engine: outcome.engine.id }]);
  }
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
