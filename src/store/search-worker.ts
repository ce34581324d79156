import { type MessagePort, workerData } from 'node:worker_threads';
import { type SharedSearch, takeShare } from './search-share.ts';

export interface SearchTask extends SharedSearch {
  readonly port: MessagePort;
  /** One 32-bit number: 1 as soon as the answers are on the port. */
  readonly done: Int32Array;
}

const { port, done, ...search } = workerData as SearchTask;
port.postMessage(takeShare(search));
Atomics.store(done, 0, 1);
Atomics.notify(done, 0);
