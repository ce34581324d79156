import type { Engine, Journal } from '../model.ts';
import { answerKey } from './answer-key.ts';
import { distinct, formBatches, requestsOf, type Task } from './batches.ts';
import { costOf } from './bill.ts';
import { countCodePoints } from './code-points.ts';
import type { Wanted } from './run.ts';

/** What an engine is going to be asked, and what for. */
export interface Estimate {
  /** Id of the engine. */
  readonly engine: string;
  /** It may cost money or a quota. */
  readonly paid: boolean;
  /** Whose answers nobody has paid for yet. */
  readonly sentences: number;
  /** Whose answers are in the journal. */
  readonly fromJournal: number;
  readonly requests: number;
  /** Unicode code points that are billed; none by an engine that is free. */
  readonly characters: number;
  /** Absent where nobody knows the price. */
  readonly cost?: number | undefined;
  readonly currency?: string | undefined;
}

/** Asks nobody. */
export function estimate(wanted: readonly Wanted[], engine: Engine, journal: Journal | undefined): Estimate {
  const tasks = distinct(
    wanted.map(
      ({ request, languages, document }): Task => ({
        key: answerKey(request, languages, engine),
        request,
        languages,
        document,
        characters: countCodePoints(request.text),
      }),
    ),
  );
  const open = tasks.filter(
    ({ key, request, languages }) =>
      journal?.find(key) === undefined &&
      engine.refuses(languages) === undefined &&
      engine.fits({ languages, requests: [request] }),
  );
  const batches = formBatches(open, engine);
  const bills = batches.map((batch) => engine.estimate(requestsOf(batch)));
  const costs = bills.map((bill) => costOf(bill, engine.price));
  const isKnown = engine.price !== undefined && costs.every((cost) => cost !== undefined);
  return {
    engine: engine.id,
    paid: !engine.fake && engine.id !== 'local',
    sentences: open.length,
    fromJournal: tasks.filter(({ key }) => journal?.find(key) !== undefined).length,
    requests: batches.length,
    characters: bills.reduce((sum, { characters }) => sum + characters, 0),
    ...(isKnown && {
      cost: costs.reduce((sum, cost) => (sum ?? 0) + (cost ?? 0), 0),
      currency: engine.price?.currency,
    }),
  };
}
