import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import type { Outcome } from '../../src/engines/outcome.ts';
import { translateRequests } from '../../src/engines/run.ts';
import { openJournal } from '../../src/store/journal.ts';
import { faults as deeplFaults } from '../engines/deepl-faults.ts';
import type { Refusal } from '../engines/fake-service.ts';
import { never, wantedFor } from '../engines/fixtures.ts';
import { llmFaults } from '../engines/openai-faults.ts';
import { batches, type Cell, type Played, play, rightAnswers, size, texts } from './cell.ts';
import { expectedOf } from './expected.ts';
import { fastTime } from './fast-time.ts';
import { type Fate, faultRows } from './fault-rows.ts';
import { quickFolder } from './quick-folder.ts';
import { type AnyFaultName, staff } from './services.ts';

/** Each fault × the first, middle, last batch of four × both engines × one and four requests at once. */
const rows = faultRows.flatMap(({ id, fault, ...engines }) =>
  (['deepl', 'llm'] as const).flatMap((name) => {
    const fates = engines[name];
    return fates === undefined
      ? []
      : [{ id, name, fault, fates, told: typeof fault === 'string' ? fault : told(fault) }];
  }),
);

function told({ status, headers = {}, body = '' }: Refusal): string {
  return [status, ...Object.values(headers), ...(/"code":"(\w+)"/u.exec(body)?.slice(1) ?? [])].join(' ');
}

const [slow, fast] = [true, false].map((isSlow) => rows.filter(({ id }) => (id === 'F08') === isSlow));

test.each(fast!)('$id $told at $name: $fates.0, twice: $fates.1', async ({ name, fault, fates }) => {
  for (const [cell, fate] of cellsOf({ name, fault }, fates)) await check(cell, fate);
});

describe('a deadline', () => {
  /** Deadlines are half a minute and more; nobody waits so long here. */
  const wait = globalThis.setTimeout;
  const shorter = (work: () => void, milliseconds = 0, ...given: []) =>
    wait(work, Math.min(milliseconds, 700), ...given);

  test.each(slow!)('$id $told at $name: $fates.0, twice: $fates.1', async ({ name, fault, fates }) => {
    const timers = vi.spyOn(globalThis, 'setTimeout').mockImplementation(shorter as typeof setTimeout);
    try {
      await Promise.all(cellsOf({ name, fault }, fates).map(([cell, fate]) => check(cell, fate)));
    } finally {
      timers.mockRestore();
    }
  });
});

function cellsOf(
  row: Pick<Cell, 'name' | 'fault'>,
  [once, twice]: readonly [Fate, Fate],
): readonly (readonly [Cell, Fate])[] {
  const middle = Math.floor(batches / 2);
  const places = [1, 4].flatMap((jobs) => [0, middle, batches - 1].map((at) => ({ at, jobs })));
  return [
    ...places.map((place): readonly [Cell, Fate] => [{ ...row, ...place, times: 1 }, once]),
    [{ ...row, at: middle, jobs: 4, times: 2 }, twice],
  ];
}

async function check(cell: Cell, fate: Fate): Promise<void> {
  const played = await play(cell);
  const where = JSON.stringify(cell);
  checkMoney(cell, played, where);
  checkTexts(cell, fate, { ...played, where });
  expect({ status: played.last.status, kinds: kinds(played.last) }, where).toEqual({ status: 0, kinds: rightAnswers });
  expect(played.sentWithoutNeed, where).toBe(0);
}

function checkMoney({ times }: Cell, { again, early, finalAgain }: Played, where: string): void {
  expect(early, where).toEqual({ retryAfter: 0, quota: 0 });
  for (const { afterLost, afterDamaged, ...never } of [again, finalAgain]) {
    expect(never, where).toEqual({ afterDelivered: 0, inFlight: 0, withinRequest: 0 });
    expect(afterLost + afterDamaged, where).toBeLessThanOrEqual(times * size);
  }
}

/** What became of the batch that was hit, and of the others. */
function checkTexts(cell: Cell, fate: Fate, { first, sent, where }: Played & { readonly where: string }): void {
  const { status, hit, mayResend } = expectedOf(fate);
  const all = kinds(first).map((kind, at) => (kind === rightAnswers[at] ? 'right' : kind));
  const isHit = (at: number) => Math.floor(at / size) === cell.at;
  const others = all.filter((_, at) => !isHit(at));
  const sentOthers = sent.filter((_, at) => !isHit(at));

  expect({ status: first.status, hit: all.filter((_, at) => isHit(at)) }, where).toEqual({ status, hit });
  for (const [at, count] of sent.filter((_, at) => isHit(at)).entries())
    expect(count, where).toBeLessThanOrEqual(mayResend[at] ? 1 + cell.times : 1);
  if (!fate.startsWith('ends')) expect({ others, sentOthers }, where).toEqual(othersDone);
  else if (cell.jobs === 1) expect(first.requests, where).toBe(cell.at + 1);
  expect(new Set([...others, hit[0]]), where).toEqual(new Set([...others.filter((kind) => kind === 'right'), hit[0]]));
  expect(Math.max(...sentOthers), where).toBeLessThanOrEqual(1);
}

const othersDone = {
  others: Array((batches - 1) * size).fill('right'),
  sentOthers: Array((batches - 1) * size).fill(1),
};

/** Of each text its translation, or the reason why there is none. */
function kinds({ results }: Outcome): readonly string[] {
  return results.map((result) => (result.kind === 'left' ? result.reason : result.text));
}

test.each([
  ['deepl', deeplFaults],
  ['llm', llmFaults],
] as const)('each fault that the fake service of %s knows has a row', (name, faults) => {
  const known = new Set(faultRows.filter((row) => row[name]).map(({ fault }) => fault));
  expect(Object.keys(faults).filter((fault) => !known.has(fault as AnyFaultName))).toEqual([]);
});

test.each(['deepl', 'llm'] as const)('F07 nobody listens where %s should be: nothing is billed', async (name) => {
  const { service, engineFor } = await staff(name, {});
  await service.close();
  const folder = join(quickFolder(), 'journal');
  const journal = openJournal(folder);
  const options = { engine: engineFor(size), journal, signal: never, time: fastTime() };
  const outcome = await translateRequests(wantedFor(texts), options);
  expect(outcome).toMatchObject({
    status: 3,
    billed: 0,
    perhapsPaidTwice: 0,
    stopped: { text: { id: 'engine.fault.connection' } },
  });
  expect(journal.bills()).toEqual({ billed: [], perhaps: [] });
  journal.close();
});
