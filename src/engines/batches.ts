import type { Batch, Engine, Languages, TranslationRequest } from '../model.ts';

/** A text to be translated, with the key of its answer. */
export interface Task {
  readonly key: string;
  readonly request: TranslationRequest;
  readonly languages: Languages;
  /** Path of the source document that it is from; of several the first. */
  readonly document: string;
  /** Unicode code points of its text. */
  readonly characters: number;
}

/** In one pair of languages; fits into one request of the engine, or is a single task. */
export type TaskBatch = readonly [Task, ...Task[]];

/**
 * One pair of languages after the other, as few batches as keep the order: neighbours share their context. Then repairs:
 * together what was not answered at all, each alone what was answered badly, where nothing can change places.
 */
export function formBatches(tasks: readonly Task[], engine: Engine): readonly TaskBatch[] {
  const isRepair = ({ request }: Task) => request.rejected !== undefined;
  const isMissing = ({ request }: Task) => request.rejected?.wrong.id === 'engine.answer.missing';
  const fresh = tasks.filter((task) => !isRepair(task));
  const bad = tasks.filter((task) => isRepair(task) && !isMissing(task));
  return [...pack(fresh, engine), ...pack(tasks.filter(isMissing), engine), ...bad.map((task): TaskBatch => [task])];
}

function pack(tasks: readonly Task[], engine: Engine): readonly TaskBatch[] {
  const pairs = new Map<string, Task[]>();
  for (const task of tasks) {
    const pair = JSON.stringify([task.languages.source, task.languages.target]);
    const group = pairs.get(pair) ?? [];
    pairs.set(pair, group);
    group.push(task);
  }
  return [...pairs.values()].flatMap((group) => cut(group, engine));
}

function cut(tasks: readonly Task[], engine: Engine): readonly TaskBatch[] {
  const batches: TaskBatch[] = [];
  for (let rest = tasks; isBatch(rest); rest = rest.slice(batches.at(-1)!.length))
    batches.push(longestFit(rest, engine));
  return batches;
}

/** Doubles, then bisects: `fits` may encode the whole request. */
function longestFit(tasks: TaskBatch, engine: Engine): TaskBatch {
  if (engine.fits(requestsOf(tasks))) return tasks;
  const first = (count: number): TaskBatch => [tasks[0], ...tasks.slice(1, count)];
  const fits = (count: number): boolean => count <= tasks.length && engine.fits(requestsOf(first(count)));
  let good = 1;
  while (fits(2 * good)) good *= 2;
  let bad = 2 * good;
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (fits(middle)) good = middle;
    else bad = middle;
  }
  return first(good);
}

/** A text that stands there twice is asked for once. */
export function distinct(tasks: readonly Task[]): readonly Task[] {
  return [...new Map(tasks.map((task) => [task.key, task])).values()];
}

export function isBatch(tasks: readonly Task[]): tasks is TaskBatch {
  return tasks.length > 0;
}

export function requestsOf(tasks: TaskBatch): Batch {
  return { languages: tasks[0].languages, requests: tasks.map(({ request }) => request) };
}

export function charactersOf(tasks: readonly Task[]): number {
  return tasks.reduce((sum, { characters }) => sum + characters, 0);
}
