import { setMaxListeners } from 'node:events';
import type { Engine, Journal, Languages, TranslationRequest } from '../model.ts';
import { answerKey } from './answer-key.ts';
import { distinct, formBatches, requestsOf, type Task, type TaskBatch } from './batches.ts';
import { countCodePoints } from './code-points.ts';
import { conclude } from './conclude.ts';
import { createGate } from './gate.ts';
import type { Outcome, Progress } from './outcome.ts';
import { type Budget, covers, createPurse, type Purse, spend } from './purse.ts';
import { repairOf } from './repair.ts';
import { estimateOf, leave, type Run } from './run-state.ts';
import { leaveTooLarge, quarantined, settleBatch } from './settle.ts';
import { realTime, type Time } from './time.ts';

export interface Wanted {
  readonly request: TranslationRequest;
  readonly languages: Languages;
  /** Path of the source document. */
  readonly document: string;
}

export interface RunOptions {
  readonly engine: Engine;
  /** Needed by every engine that bills; fake ones have none. */
  readonly journal?: Journal | undefined;
  /** Ends the run: nothing more is sent, answers under way are awaited for 10 s. */
  readonly signal: AbortSignal;
  /** What may be spent, and what earlier engines of the same run have spent of it; default: any amount. */
  readonly purse?: Purse | undefined;
  /** Requests at once; default and most: as many as the engine takes. */
  readonly jobs?: number | undefined;
  /** Ask once more for texts whose answers were bad before. */
  readonly retryQuarantined?: boolean | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  readonly time?: Time | undefined;
}

/**
 * The paid part of a run: each text is answered from the journal, by the engine, or left with a reason. Texts are sent
 * in their order, and the budget goes to the first of them; who answers first changes nothing. Rejects only where
 * wordferry itself is wrong.
 */
export async function translateRequests(wanted: readonly Wanted[], options: RunOptions): Promise<Outcome> {
  const tasks = wanted.map((one) => taskOf(one, options.engine));
  const grace = startGrace(options);
  const run = startRun(options, grace.signal);
  try {
    const different = distinct(tasks);
    const open = lookUp(run, different, options);
    const batches = withinBudget(run, open);
    await settleAll(run, batches, { jobs: options.jobs, progress: report(run, different, options) });
    return await conclude(run, tasks);
  } finally {
    grace.end();
  }
}

function taskOf({ request, languages, document }: Wanted, engine: Engine): Task {
  const key = answerKey(request, languages, engine);
  return { key, request, languages, document, characters: countCodePoints(request.text) };
}

function startRun({ engine, journal, signal, purse, jobs, time = realTime }: RunOptions, inFlight: AbortSignal): Run {
  // Many may wait for the end of a run.
  setMaxListeners(0, signal, inFlight);
  return {
    engine,
    journal: engine.fake ? undefined : journal,
    time,
    gate: createGate(engine.limits, { time, jobs }),
    signal,
    inFlight,
    purse: purse ?? createPurse({}),
    results: new Map(),
    billed: 0,
    cost: 0,
    perhapsPaidTwice: 0,
    requests: 0,
    fromJournal: 0,
    badAnswers: 0,
    repeats: 3,
    stopped: undefined,
  };
}

/** Requests under way when the run is interrupted are paid: they get ten seconds to bring their answers. */
function startGrace({ signal, time = realTime }: RunOptions): {
  readonly signal: AbortSignal;
  readonly end: () => void;
} {
  const [inFlight, ended] = [new AbortController(), new AbortController()];
  const abort = () => void time.sleep(10_000, ended.signal).then(() => inFlight.abort());
  signal.addEventListener('abort', abort, { once: true });
  return {
    signal: inFlight.signal,
    end() {
      signal.removeEventListener('abort', abort);
      ended.abort();
    },
  };
}

/** What still has to be asked for; the others get their results here. */
function lookUp(run: Run, tasks: readonly Task[], { retryQuarantined }: RunOptions): readonly Task[] {
  return tasks.flatMap((task) => {
    const known = run.journal?.find(task.key)?.answer;
    const refusal = run.engine.refuses(task.languages);
    if (known && 'text' in known) {
      run.results.set(task.key, { kind: 'answered', ...known });
      run.fromJournal += 1;
    } else if (known && known.rejected === undefined && !retryQuarantined)
      run.results.set(task.key, quarantined(known.wrong));
    else if (refusal) leave(run, [task], 'unsendable', refusal);
    else if (!isText(task.request.text)) leave(run, [task], 'unsendable', { id: 'engine.left.no_text' });
    else if (!run.engine.fits(requestsOf([task]))) leaveTooLarge(run, [task]);
    else return [known?.rejected === undefined ? task : repairOf(task, known)];
    return [];
  });
}

/** A lone surrogate has no UTF-8. */
function isText(text: string): boolean {
  return text.isWellFormed() && text.trim() !== '';
}

/** The first batches, up to the sentence that the budget does not reach. */
function withinBudget(run: Run, tasks: readonly Task[]): readonly TaskBatch[] {
  const { characters, cost } = run.purse.budget;
  const affordable = firstCovered(run, tasks.map(alone), { characters });
  const batches = firstCovered(run, formBatches(affordable.flat(), run.engine), { cost });
  const kept = new Set(batches.flat());
  const left = tasks.filter((task) => !kept.has(task));
  leave(run, left, 'budget', { id: 'engine.left.budget' });
  return batches;
}

const alone = (task: Task): TaskBatch => [task];

function firstCovered(run: Run, batches: readonly TaskBatch[], budget: Budget): readonly TaskBatch[] {
  const { engine, purse } = run;
  const left: Purse = { ...purse, budget };
  const end = batches.findIndex((batch) => {
    const bill = estimateOf(run, batch);
    if (!covers(left, bill, engine.price)) return true;
    spend(left, bill, engine.price);
    return false;
  });
  return end < 0 ? batches : batches.slice(0, end);
}

function report(run: Run, tasks: readonly Task[], { onProgress }: RunOptions): () => void {
  return () =>
    onProgress?.({
      engine: run.engine.id,
      done: run.results.size,
      total: tasks.length,
      characters: run.billed,
      ...(run.engine.price && { cost: run.cost, currency: run.engine.price.currency }),
    });
}

/** Several at a time, all from one queue; how many is the gate's to say. */
async function settleAll(
  run: Run,
  batches: readonly TaskBatch[],
  { jobs, progress }: { readonly jobs: number | undefined; readonly progress: () => void },
): Promise<void> {
  const queue = batches.values();
  progress();
  const work = async (): Promise<void> => {
    for (const batch of queue) {
      await settleBatch(run, batch);
      progress();
    }
  };
  const most = Math.min(batches.length, run.engine.limits.concurrency, jobs ?? Number.POSITIVE_INFINITY);
  const workers = await Promise.allSettled(Array.from({ length: most }, work));
  for (const worker of workers) if (worker.status === 'rejected') throw worker.reason;
}
