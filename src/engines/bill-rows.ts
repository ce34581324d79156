import type { Bill, BillRow } from '../model.ts';
import { charactersOf, type TaskBatch } from './batches.ts';
import { costOf } from './bill.ts';
import type { Run } from './run-state.ts';

/** A request's bill by document, by the share of its texts. */
export function billRows({ engine, time }: Run, batch: TaskBatch, bill: Bill): readonly BillRow[] {
  const documents = [...new Set(batch.map(({ document }) => document))];
  const all = charactersOf(batch);
  const share = (document: string) => charactersOf(batch.filter((task) => task.document === document)) / (all || 1);
  return documents.map((document) => {
    const cost = costOf(bill, engine.price);
    return {
      day: time.day(),
      engine: engine.id,
      document,
      target: batch[0].languages.target,
      ...scaled(bill, share(document)),
      ...(cost !== undefined && { cost: cost * share(document), currency: engine.price?.currency }),
    };
  });
}

function scaled({ characters, tokens }: Bill, share: number): Bill {
  return {
    characters: Math.round(characters * share),
    ...(tokens && { tokens: { input: Math.round(tokens.input * share), output: Math.round(tokens.output * share) } }),
  };
}
