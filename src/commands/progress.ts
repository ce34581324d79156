import type { Context } from './context.ts';

/** Shows how far a run is. */
export interface Progress {
  update(done: number): void;
  stop(): void;
}

const silent: Progress = { update: () => {}, stop: () => {} };

/** A bar on a terminal; elsewhere a line at each tenth, so that a log shows that the run is alive. */
export async function startProgress(total: number, { output, quiet, json, speaker }: Context): Promise<Progress> {
  if (quiet || json || total === 0) return silent;
  const line = (done: number) => speaker.say({ id: 'translate.progress', values: { done, total } });
  if (!output.isTerminal) return plainLines(total, (done) => output.note(line(done)));
  const { SingleBar } = await import('cli-progress');
  const bar = new SingleBar({
    format: `{bar} {percentage}%  {value}/{total}`,
    barsize: 30,
    hideCursor: true,
    clearOnComplete: true,
    stream: process.stderr,
  });
  bar.start(total, 0);
  return { update: (done) => bar.update(done), stop: () => bar.stop() };
}

function plainLines(total: number, write: (done: number) => void): Progress {
  let tenths = 0;
  return {
    update(done) {
      const reached = Math.floor((10 * done) / total);
      if (reached > tenths) write(done);
      tenths = reached;
    },
    stop() {},
  };
}
