import { createRequire } from 'node:module';
import type { SingleBar } from 'cli-progress';
import type { Progress } from '../engines/outcome.ts';
import type { Speaker } from '../messages/index.ts';
import type { Context } from './context.ts';

/** Shows how far a run is, from its first sentence on. */
interface ProgressDisplay {
  readonly update: (progress: Progress) => void;
  readonly stop: () => void;
}

const silent: ProgressDisplay = { update: () => {}, stop: () => {} };

/** A bar on a terminal; elsewhere a line at each tenth, so that a log shows that the run is alive. */
export function lazyProgress(context: Context): ProgressDisplay {
  if (context.quiet || context.json) return silent;
  return context.output.isTerminal ? bar(context) : plainLines(context);
}

/** `50 of 240 sentences, 4,180 characters billed, about €0.08, 12 s left` */
export function progressLine(progress: Progress, { say, money }: Speaker, seconds = 0): string {
  const { done, total, characters, cost = 0, currency } = progress;
  const about = currency !== undefined && cost > 0 ? money(cost, currency) : 'none';
  return say({ id: 'translate.progress', values: { done, total, characters, cost: about, seconds } });
}

/** Tells how long the rest will take if it goes on like this; 0 while nobody knows. */
function startClock(): (progress: Progress) => number {
  let [engine, since, before] = ['', 0, 0];
  return (progress) => {
    if (progress.engine !== engine) [engine, since, before] = [progress.engine, performance.now(), progress.done];
    const done = progress.done - before;
    const left = progress.total - progress.done;
    return done === 0 ? 0 : Math.round(((performance.now() - since) / done / 1000) * left);
  };
}

/** Loaded where there is something to show. The time runs on between two answers: the run is alive. */
function bar({ speaker }: Context): ProgressDisplay {
  let shown: SingleBar | undefined;
  const secondsLeft = startClock();
  const create = (): SingleBar => {
    const { SingleBar } = createRequire(import.meta.url)('cli-progress') as typeof import('cli-progress');
    return new SingleBar({
      format: '{engine} {bar} {percentage}%  {line}  {duration_formatted}',
      barsize: 30,
      hideCursor: true,
      clearOnComplete: true,
      stream: process.stderr,
    });
  };
  return {
    update(progress) {
      const { engine, done, total } = progress;
      const payload = { engine, line: progressLine(progress, speaker, secondsLeft(progress)) };
      shown?.setTotal(total);
      shown?.update(done, payload);
      if (shown !== undefined) return;
      shown = create();
      shown.start(total, done, payload);
    },
    stop: () => shown?.stop(),
  };
}

function plainLines({ output, speaker }: Context): ProgressDisplay {
  let tenths = 0;
  const secondsLeft = startClock();
  return {
    update(progress) {
      const reached = Math.floor((10 * progress.done) / progress.total);
      const seconds = secondsLeft(progress);
      if (reached > tenths) output.note(progressLine(progress, speaker, seconds));
      tenths = reached;
    },
    stop: () => {},
  };
}
