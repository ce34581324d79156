import { describe, expect, test } from 'vitest';
import { charactersIn } from '../../src/engines/bill.ts';
import { translateRequests } from '../../src/engines/run.ts';
import type { Time } from '../../src/engines/time.ts';
import { EngineFault } from '../../src/errors.ts';
import type { Engine, EngineLimits } from '../../src/model.ts';
import { never, wantedFor } from './fixtures.ts';
import { virtualTime } from './virtual-time.ts';

interface Service {
  /** Characters a second that it takes; it saves up for so many seconds. */
  readonly rate: number;
  readonly saves: number;
  /** In its refusals, in whole seconds. */
  readonly saysWhen: boolean;
  readonly limits?: Partial<EngineLimits>;
}

const texts = Array.from(
  { length: 10_000 },
  (_, at) => `Der Satz Nummer ${10_000 + at} ist ${'sehr '.repeat(15)}lang.`,
);
const characters = texts.reduce((sum, text) => sum + text.length, 0);

/** An engine with a latency of 200 ms and a limit that it tells nobody: a bucket that fills steadily. */
function limited(
  { rate, saves, saysWhen, limits }: Service,
  time: Time,
): Engine & { readonly violations: () => number } {
  let [level, at, closedUntil, violations] = [rate * saves, 0, 0, 0];
  return {
    id: 'limited',
    fake: true,
    limits: { texts: 50, bytes: 120 * 1024, concurrency: 4, ...limits },
    supports: { tags: true, glossary: false, context: false, style: false, ids: false },
    version: () => '1',
    refuses: () => undefined,
    fits: ({ requests }) => requests.length <= 50,
    estimate: (batch) => ({ characters: charactersIn(batch) }),
    violations: () => violations,
    async translate(batch) {
      const wanted = charactersIn(batch);
      if (time.now() < closedUntil) violations += 1;
      level = Math.min(rate * saves, level + ((time.now() - at) / 1000) * rate);
      at = time.now();
      const isTaken = level >= wanted;
      if (isTaken) level -= wanted;
      const pause = Math.ceil((wanted - level) / rate) * 1000;
      const until = time.now() + pause;
      await time.sleep(200, never);
      // Nobody can keep to what he has not heard yet.
      if (!isTaken && saysWhen) closedUntil = Math.max(closedUntil, until);
      if (isTaken) return { answers: batch.requests.map(({ text }) => ({ text })), bill: { characters: wanted } };
      const retryAfter = saysWhen ? pause : undefined;
      throw new EngineFault({ id: 'engine.fault.busy' }, { billing: 'refused', remedy: 'again', retryAfter });
    },
  };
}

describe('a limit is used up and not overrun', () => {
  const slow = 20_000;
  test.each<readonly [string, Service]>([
    ['known beforehand', { rate: slow, saves: 1, saysWhen: true, limits: { charactersPerMinute: 60 * slow } }],
    ['told in refusals', { rate: slow, saves: 5, saysWhen: true }],
    ['of nothing but refusals', { rate: slow, saves: 5, saysWhen: false }],
    ['higher than what four requests at once reach', { rate: 10_000_000, saves: 1, saysWhen: true }],
  ])('%s: at least 95 % of it', async (_, service) => {
    const time = virtualTime();
    const engine = limited(service, time);
    const outcome = await translateRequests(wantedFor(texts), { engine, signal: never, time });
    expect(outcome.results.filter(({ kind }) => kind === 'answered')).toHaveLength(texts.length);
    const seconds = time.now() / 1000;
    const reachable = Math.min(service.rate, (4 * 50 * (characters / texts.length)) / 0.2);
    const allowed = seconds * reachable + (reachable === service.rate ? service.rate * service.saves : 0);
    expect(characters / allowed).toBeGreaterThan(0.95);
    expect(engine.violations()).toBe(0);
  });
});

test('10,000 sentences need no more requests than their characters and their number ask for', async () => {
  const { createDeepL } = await import('../../src/engines/deepl.ts');
  const { formBatches } = await import('../../src/engines/batches.ts');
  const engine = createDeepL({ key: 'test-key' });
  const many = Array.from({ length: 10_000 }, (_, at) => `Der Satz Nummer ${at} ist ${'schön '.repeat(at % 90)}lang.`);
  const tasks = wantedFor(many).map((wanted, at) => ({
    ...wanted,
    key: String(at),
    characters: wanted.request.text.length,
  }));
  const bytes = many.reduce((sum, text) => sum + new URLSearchParams([['text', text]]).toString().length + 1, 0);
  const least = Math.max(Math.ceil(many.length / 50), Math.ceil(bytes / (120 * 1024)));
  expect(formBatches(tasks, engine).length).toBeLessThanOrEqual(Math.ceil(least * 1.02));
});
