import type { Batch, Engine, Languages, TranslationRequest } from '../model.ts';

/** A text to be translated, with the key of its answer. */
export interface Task {
  readonly key: string;
  readonly request: TranslationRequest;
  readonly languages: Languages;
  /** Unicode code points of its text. */
  readonly characters: number;
}

/** In one pair of languages; fits into one request of the engine, or is a single task. */
export type TaskBatch = readonly [Task, ...Task[]];

/** As few batches as keep the order of the tasks; a batch has neighbours together, so that they share their context. */
export function formBatches(tasks: readonly Task[], engine: Engine): readonly TaskBatch[] {
  const batches: [Task, ...Task[]][] = [];
  const open = new Map<string, [Task, ...Task[]]>();
  for (const task of tasks) {
    const pair = JSON.stringify([task.languages.source, task.languages.target]);
    const batch = open.get(pair);
    if (batch && engine.fits(requestsOf([...batch, task]))) batch.push(task);
    else {
      const opened: [Task, ...Task[]] = [task];
      open.set(pair, opened);
      batches.push(opened);
    }
  }
  return batches;
}

export function requestsOf(tasks: TaskBatch): Batch {
  return { languages: tasks[0].languages, requests: tasks.map(({ request }) => request) };
}

export function charactersOf(tasks: readonly Task[]): number {
  return tasks.reduce((sum, { characters }) => sum + characters, 0);
}
