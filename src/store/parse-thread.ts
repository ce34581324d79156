import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { isBuilt, packageFile } from '../package-files.ts';
import type { ParseChannel, ParseReply, ParseTask } from './parse-worker.ts';

/** A thread that reads documents, one after the other. */
export interface ParseThread {
  readonly worker: Worker;
  readonly port: MessagePort;
  readonly done: Int32Array;
}

export function startThread(): ParseThread {
  const { port1, port2 } = new MessageChannel();
  const done = new Int32Array(new SharedArrayBuffer(4));
  const workerData: ParseChannel = { port: port2, done };
  // Tests run the sources; a thread of Node 20 needs JavaScript.
  const file = packageFile(isBuilt ? 'parse-worker.js' : '../dist/parse-worker.js');
  const worker = new Worker(file, {
    workerData,
    transferList: [port2],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: 1024 },
  });
  worker.unref();
  // One that ran out of memory is seen by its silence.
  worker.on('error', () => undefined);
  return { worker, port: port1, done };
}

/** Waits, `seconds` at most; `undefined` where nothing came. */
export function replyOf({ worker, port, done }: ParseThread, task: ParseTask, seconds: number): ParseReply | undefined {
  Atomics.store(done, 0, 0);
  worker.postMessage(task);
  Atomics.wait(done, 0, 0, seconds * 1000);
  return receiveMessageOnPort(port)?.message as ParseReply | undefined;
}

/** Wherever it is. */
export function stopThread({ worker, port }: ParseThread): void {
  port.close();
  void worker.terminate();
}
