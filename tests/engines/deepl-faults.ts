import type { Fault } from './fake-service.ts';
import { textFaults } from './text-faults.ts';
import { end, wireFaults } from './wire-faults.ts';

export type FaultName = keyof typeof faults;

/** Answers that go wrong after the work was done: all of them are billed. */
export const faults = {
  ...wireFaults,
  ...textFaults,

  /** The client cannot read any of it. */
  'no-language': ({ answers, json }, response) =>
    end(response, 200, json(answers).replace('"detected_source_language":"DE",', '')),
} satisfies Record<string, Fault>;
