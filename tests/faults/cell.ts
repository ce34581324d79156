import { join } from 'node:path';
import type { Outcome } from '../../src/engines/outcome.ts';
import { translateRequests } from '../../src/engines/run.ts';
import { openJournal } from '../../src/store/journal.ts';
import type { Refusal, ServiceRequest } from '../engines/fake-service.ts';
import { never, wantedFor } from '../engines/fixtures.ts';
import type { BilledAgain } from '../engines/ledger.ts';
import { type Early, overhear } from './early.ts';
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
  /** Of texts that were quarantined before, and of one more run after all of this. */
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

export async function play({ name, fault, times, at, jobs }: Cell): Promise<Played> {
  const hit = new Set(texts.slice(at * size, (at + 1) * size));
  const time = fastTime();
  let open = times;
  const faultFor = ({ texts: asked }: ServiceRequest) =>
    open > 0 && asked.some((text) => hit.has(plain(text))) && open-- > 0 ? fault : undefined;
  const { service, engineFor } = await staff(name, { faultFor });
  const { engine, early: earlyOnes } = overhear(engineFor(size), typeof fault === 'string' ? undefined : fault, time);
  const folder = join(quickFolder(), 'journal');
  const run = async (more = {}): Promise<Outcome> => {
    const journal = openJournal(folder);
    try {
      return await translateRequests(wantedFor(texts), { engine, journal, signal: never, jobs, time, ...more });
    } finally {
      journal.close();
    }
  };
  try {
    const first = await run();
    const [again, early] = [service.billedAgain(), earlyOnes()];
    const sentTimes = texts.map(
      (text) => service.requests.filter(({ texts: asked }) => asked.map(plain).includes(text)).length,
    );
    open = 0;
    let [next, runs] = [first, 0];
    while (next.status !== 0 && runs++ < 3) next = await run();
    const sent = service.requests.length;
    await run();
    const sentWithoutNeed = service.requests.length - sent;
    const last = await run({ retryQuarantined: true });
    const finalAgain = service.billedAgain();
    return {
      first,
      again,
      early,
      sent: sentTimes,
      last,
      finalAgain,
      sentWithoutNeed: sentWithoutNeed + (await run()).requests,
    };
  } finally {
    await service.close();
  }
}

/** As it was before it became XML. */
function plain(text: string): string {
  return text.replaceAll('&amp;', '&');
}
