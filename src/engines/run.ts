import type { Engine, Journal, Languages, TranslationRequest } from '../model.ts';
import { answerKey } from './answer-key.ts';
import { distinct, formBatches, requestsOf, type Task, type TaskBatch } from './batches.ts';
import { countCodePoints } from './code-points.ts';
import { conclude } from './conclude.ts';
import type { Outcome, Progress } from './outcome.ts';
import { costOf, leave, type Run } from './run-state.ts';
import { leaveTooLarge, quarantined, settleBatch } from './settle.ts';
import { realTime, type Time } from './time.ts';

export interface Wanted {
  readonly request: TranslationRequest;
  readonly languages: Languages;
}

export interface RunOptions {
  readonly engine: Engine;
  /** Needed by every engine that bills; fake ones have none. */
  readonly journal?: Journal | undefined;
  /** Ends the run: nothing more is sent, answers under way are awaited for 10 s. */
  readonly signal: AbortSignal;
  /** Unicode code points that may be billed; default: any number. */
  readonly budget?: number | undefined;
  /** Requests at once, 1–4; default 4. */
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
    const open = withinBudget(run, lookUp(run, different, options));
    await settleAll(run, formBatches(open, run.engine), report(run, different.length, options));
    return await conclude(run, tasks);
  } finally {
    grace.end();
  }
}

function taskOf({ request, languages }: Wanted, engine: Engine): Task {
  return { key: answerKey(request, languages, engine), request, languages, characters: countCodePoints(request.text) };
}

function startRun({ engine, journal, signal, budget, jobs, time }: RunOptions, inFlight: AbortSignal): Run {
  return {
    engine,
    journal: engine.fake ? undefined : journal,
    time: time ?? realTime,
    signal,
    inFlight,
    budget: budget ?? Number.POSITIVE_INFINITY,
    results: new Map(),
    spent: 0,
    billed: 0,
    perhapsPaidTwice: 0,
    requests: 0,
    fromJournal: 0,
    badAnswers: 0,
    repeats: 3,
    jobs: Math.min(4, Math.max(1, jobs ?? 4)),
    notBefore: 0,
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
  return tasks.filter((task) => {
    const known = run.journal?.find(task.key)?.answer;
    if (known && 'text' in known) {
      run.results.set(task.key, { kind: 'answered', text: known.text });
      run.fromJournal += 1;
    } else if (known && !retryQuarantined) run.results.set(task.key, quarantined(known.wrong));
    else if (!isText(task.request.text)) leave(run, [task], 'unsendable', { id: 'engine.left.no_text' });
    else if (!run.engine.fits(requestsOf([task]))) leaveTooLarge(run, [task]);
    return !run.results.has(task.key);
  });
}

/** A lone surrogate has no UTF-8. */
function isText(text: string): boolean {
  return text.isWellFormed() && text.trim() !== '';
}

/** The first tasks, up to the one that the budget does not reach. */
function withinBudget(run: Run, tasks: readonly Task[]): readonly Task[] {
  let cost = 0;
  for (const [index, task] of tasks.entries()) {
    cost += costOf(run, [task]);
    if (cost <= run.budget) continue;
    leave(run, tasks.slice(index), 'budget', { id: 'engine.left.budget', values: { budget: run.budget } });
    return tasks.slice(0, index);
  }
  return tasks;
}

function report(run: Run, total: number, { onProgress }: RunOptions): () => void {
  return () => onProgress?.({ engine: run.engine.id, done: run.results.size, total, characters: run.billed });
}

/** Several at a time, all from one queue; fewer while the engine is busy. */
async function settleAll(run: Run, batches: readonly TaskBatch[], progress: () => void): Promise<void> {
  const queue = batches.values();
  progress();
  const work = async (index: number): Promise<void> => {
    while (index < run.jobs) {
      const { value: batch } = queue.next();
      if (!batch) return;
      await settleBatch(run, batch);
      progress();
    }
  };
  const workers = await Promise.allSettled(Array.from({ length: run.jobs }, (_, index) => work(index)));
  for (const worker of workers) if (worker.status === 'rejected') throw worker.reason;
}
