import type { Budget } from '../../src/engines/purse.ts';
import type { Time } from '../../src/engines/time.ts';
import type { Engine } from '../../src/model.ts';
import { translateProject } from '../../src/pipeline/index.ts';
import { type Asked, askEngines, endOf } from '../../src/run/ask-engines.ts';
import { type Disk, projectOf } from '../laws/disk.ts';

export interface Start {
  /** Where the journal is kept, below `.wordferry/`. */
  readonly root: string;
  readonly engine: Engine;
  readonly budget: Budget;
  readonly jobs: number;
  readonly time: Time;
  readonly retryQuarantined?: boolean;
}

/** `wordferry translate` over documents in memory: only the journal is on a disk. */
export async function translateDisk(
  disk: Disk,
  { engine, ...options }: Start,
): Promise<{ readonly disk: Disk; readonly status: number; readonly hasQuarantined: boolean }> {
  const scope = { isSelected: () => true, routeOf: () => [engine.id] };
  let asked: Pick<Asked, 'results' | 'outcomes'> = { results: [], outcomes: [] };
  const { documents, problems } = await translateProject(projectOf(disk), scope, async (requests) => {
    const done = await askEngines(requests, { ...options, engines: new Map([[engine.id, engine]]) });
    asked = done;
    return done.answers;
  });
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  const changes = documents.flatMap((document) => document.changes);
  const files = new Map([...disk.files, ...changes.map(({ path, after = '' }) => [path, after] as const)]);
  const hasQuarantined = asked.results.some((result) => result?.kind === 'left' && result.reason === 'quarantined');
  return { disk: { ...disk, files }, status: endOf(asked).status, hasQuarantined };
}
