import { join } from 'node:path';
import type { Outcome } from '../../src/engines/outcome.ts';
import { type RunOptions, translateRequests } from '../../src/engines/run.ts';
import { openJournal } from '../../src/store/journal.ts';
import type { FakeService, Refusal, ServiceRequest } from '../engines/fake-service.ts';
import { never, wantedFor } from '../engines/fixtures.ts';
import type { BilledAgain } from '../engines/ledger.ts';
import { type Early, type Overheard, overhear } from './early.ts';
import { fastTime } from './fast-time.ts';
import { quickFolder } from './quick-folder.ts';
import { type AnyFaultName, type EngineName, staff } from './services.ts';

/** A fault at one batch of a run. */
export interface Cell {
  readonly name: EngineName;
  readonly fault: AnyFaultName | Refusal;
  /** How many requests for texts of that batch it meets. */
  readonly times: number;
  /** Which of the batches. */
  readonly at: number;
  readonly jobs: number;
}

export interface Played {
  readonly first: Outcome;
  /** After the first run. */
  readonly again: BilledAgain;
  readonly early: Early;
  /** How often each text was sent in the first run. */
  readonly sent: readonly number[];
  /** Once the fault is over: until there is nothing left to do. */
  readonly last: Outcome;
  readonly finalAgain: BilledAgain;
  /** Requests of runs that had nothing to ask for. */
  readonly sentWithoutNeed: number;
}

export const [batches, size] = [4, 3];
export const texts = Array.from({ length: batches * size }, (_, at) => {
  const name = `Der <g id="1">Satz</g> Nummer ${101 + at}`;
  return at % size === 0
    ? `${name} ist für {user} & "Co" ein ganz anderer.`
    : `Auch Satz Nummer ${101 + at} ist kein langer.`;
});
export const rightAnswers = texts.map((text) => `Translation: ${text}`);

export async function play(cell: Cell): Promise<Played> {
  const { service, run, early, mend } = await stageFor(cell);
  try {
    const first = await run();
    const meanwhile = { first, again: service.billedAgain(), early: early(), sent: timesSent(service) };
    mend();
    for (let [{ status }, runs] = [first, 0]; status !== 0 && runs < 3; runs++) ({ status } = await run());
    const idle = await run();
    const last = await run({ retryQuarantined: true });
    const sentWithoutNeed = idle.requests + (await run()).requests;
    return { ...meanwhile, last, finalAgain: service.billedAgain(), sentWithoutNeed };
  } finally {
    await service.close();
  }
}

interface Stage extends Pick<Overheard, 'early'> {
  readonly service: FakeService;
  /** What one start of wordferry does. */
  run(more?: Partial<RunOptions>): Promise<Outcome>;
  /** The fault is over. */
  mend(): void;
}

async function stageFor({ name, fault, times, at, jobs }: Cell): Promise<Stage> {
  const hit = new Set(texts.slice(at * size, (at + 1) * size));
  let left = times;
  const faultFor = ({ texts: asked }: ServiceRequest) =>
    left > 0 && asked.some((text) => hit.has(plain(text))) && left-- > 0 ? fault : undefined;
  const [{ service, engineFor }, time] = [await staff(name, { faultFor }), fastTime()];
  const { engine, early } = overhear(engineFor(size), typeof fault === 'string' ? undefined : fault, time);
  const folder = join(quickFolder(), 'journal');
  return {
    service,
    early,
    async run(more) {
      const journal = openJournal(folder);
      try {
        return await translateRequests(wantedFor(texts), { engine, journal, signal: never, jobs, time, ...more });
      } finally {
        journal.close();
      }
    },
    mend() {
      left = 0;
    },
  };
}

function timesSent({ requests }: FakeService): readonly number[] {
  const asked = requests.map((request) => request.texts.map(plain));
  return texts.map((text) => asked.filter((each) => each.includes(text)).length);
}

/** As it was before it became XML. */
function plain(text: string): string {
  return text.replaceAll('&amp;', '&');
}
