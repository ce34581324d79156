import { join } from 'node:path';
import type { Estimate } from '../engines/estimate.ts';
import type { Engine } from '../model.ts';
import type { PlannedRequest } from '../pipeline/index.ts';
import type { PlannedRun } from './translate-folder.ts';

/** What each engine of a plan is going to be asked, as if none failed: each request counts at the first of its route. */
export async function estimatePlan(
  root: string,
  { plan, engines }: Pick<PlannedRun, 'plan' | 'engines'>,
): Promise<readonly Estimate[]> {
  const first = new Map<Engine, PlannedRequest[]>();
  for (const request of plan.requests) {
    const engine = request.route.map((id) => engines.get(id)).find((each) => each !== undefined);
    if (engine === undefined) continue;
    const own = first.get(engine) ?? [];
    own.push(request);
    first.set(engine, own);
  }
  if (first.size === 0) return [];
  const [{ estimate }, { openJournal }] = await Promise.all([
    import('../engines/estimate.ts'),
    import('../store/journal.ts'),
  ]);
  const journal = openJournal(join(root, '.wordferry/journal'));
  return [...first].map(([engine, requests]) => estimate(requests, engine, engine.fake ? undefined : journal));
}
