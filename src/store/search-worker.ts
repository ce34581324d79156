import { type MessagePort, workerData } from 'node:worker_threads';
import { type SharedSearch, stages, takeShare } from './search-share.ts';

export interface SearchTask extends SharedSearch {
  readonly port: MessagePort;
  /** One 32-bit number of `stages`. */
  readonly stage: Int32Array;
}

const { port, stage, ...search } = workerData as SearchTask;
Atomics.store(stage, 0, stages.begun);
port.postMessage(takeShare(search));
Atomics.store(stage, 0, stages.ended);
Atomics.notify(stage, 0);
