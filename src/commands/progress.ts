import { createRequire } from 'node:module';
import type { SingleBar } from 'cli-progress';
import type { Context } from './context.ts';

/** Shows how far a run is, from its first sentence on. */
export interface Progress {
  readonly update: (done: number, total: number) => void;
  readonly stop: () => void;
}

const silent: Progress = { update: () => {}, stop: () => {} };

/** A bar on a terminal; elsewhere a line at each tenth, so that a log shows that the run is alive. */
export function lazyProgress(context: Context): Progress {
  if (context.quiet || context.json) return silent;
  return context.output.isTerminal ? bar() : plainLines(context);
}

/** Loaded where there is something to show. */
function bar(): Progress {
  let shown: SingleBar | undefined;
  const start = (total: number): SingleBar => {
    const { SingleBar } = createRequire(import.meta.url)('cli-progress') as typeof import('cli-progress');
    const format = '{bar} {percentage}%  {value}/{total}';
    const created = new SingleBar({
      format,
      barsize: 30,
      hideCursor: true,
      clearOnComplete: true,
      stream: process.stderr,
    });
    created.start(total, 0);
    return created;
  };
  return {
    update(done, total) {
      shown ??= start(total);
      shown.update(done);
    },
    stop: () => shown?.stop(),
  };
}

function plainLines({ output, speaker }: Context): Progress {
  let tenths = 0;
  return {
    update(done, total) {
      const reached = Math.floor((10 * done) / total);
      if (reached > tenths) output.note(speaker.say({ id: 'translate.progress', values: { done, total } }));
      tenths = reached;
    },
    stop: () => {},
  };
}
