import { availableParallelism } from 'node:os';
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { createSearch, type Found, type Question, type SearchAll, type SentenceIndex } from '../memory/index.ts';
import { isBuilt, packageFile } from '../package-files.ts';
import { readAnswers, type SharedSearch, shareQuestions, stages, takeShare } from './search-share.ts';
import type { SearchTask } from './search-worker.ts';

/** In as many threads as pay: many look-ups in a large memory take longer than to start one. */
export const searchInThreads: SearchAll = (index, questions) => {
  const isMuch = questions.length >= 5_000 && index.order.length >= 100_000;
  return isMuch ? searchIn(Math.min(4, availableParallelism()), index, questions) : searchHere(index, questions);
};

export const searchHere: SearchAll = (index, questions) => {
  const search = createSearch(index);
  return questions.map(({ tokens, limits }) => search(tokens, limits));
};

/** This thread is one of them. It waits for the others, and answers itself what one that ran out of memory left. */
export function searchIn(
  threads: number,
  index: SentenceIndex,
  questions: readonly Question[],
): readonly (readonly Found[])[] {
  const search = shareQuestions(index, questions);
  const helpers = Array.from({ length: threads - 1 }, () => startHelper(search));
  const answers = new Map(readAnswers(takeShare(search)));
  for (const helper of helpers) for (const [at, found] of readAnswers(answersOf(helper))) answers.set(at, found);
  const left = questions.filter((_, at) => !answers.has(at));
  const others = left.length === 0 ? [] : searchHere(index, left);
  let next = 0;
  return questions.map((_, at) => answers.get(at) ?? others[next++] ?? []);
}

interface Helper {
  readonly worker: Worker;
  readonly port: MessagePort;
  readonly stage: Int32Array;
}

function startHelper(search: SharedSearch): Helper {
  const { port1, port2 } = new MessageChannel();
  const stage = new Int32Array(new SharedArrayBuffer(4));
  const workerData: SearchTask = { ...search, port: port2, stage };
  // Tests run the sources; a thread of Node 20 needs JavaScript.
  const file = packageFile(isBuilt ? 'search-worker.js' : '../dist/search-worker.js');
  const worker = new Worker(file, { workerData, transferList: [port2], env: {} });
  worker.unref();
  worker.on('error', () => undefined);
  return { worker, port: port1, stage };
}

/** None of one that has not begun when nothing is left, and of one that does not end in a minute. */
function answersOf({ worker, port, stage }: Helper): Float64Array {
  Atomics.wait(stage, 0, stages.begun, 60_000);
  const answers = receiveMessageOnPort(port)?.message as Float64Array | undefined;
  port.close();
  void worker.terminate();
  return answers ?? new Float64Array();
}
