import { join } from 'node:path';
import type { Outcome } from '../../src/engines/outcome.ts';
import { type RunOptions, translateRequests, type Wanted } from '../../src/engines/run.ts';
import type { Engine } from '../../src/model.ts';
import { openJournal } from '../../src/store/journal.ts';
import { fakeTime, never, temporaryFolder } from './fixtures.ts';

/** A project's journal before an engine; each call is what one start of wordferry does. Nobody waits. */
export function stageFor(engine: Engine): (wanted: readonly Wanted[], more?: Partial<RunOptions>) => Promise<Outcome> {
  const folder = join(temporaryFolder(), 'journal');
  const time = fakeTime();
  return async (wanted, more) => {
    const journal = openJournal(folder);
    try {
      return await translateRequests(wanted, { engine, journal, signal: never, jobs: 1, time, ...more });
    } finally {
      journal.close();
    }
  };
}

/** Texts, or why there is none. */
export function told({ results }: Outcome): readonly string[] {
  return results.map((result) => (result.kind === 'left' ? `${result.reason} ${result.text.id}` : result.text));
}
