import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type FakeDeepL, startFakeDeepL } from '../engines/fake-deepl.ts';
import { type Ended, type Program, start } from './program.ts';
import { expectKept, expectRecovery, expectWhole } from './survive.ts';
import { createTemplate, type Template, translate } from './template.ts';

let template: Template;
let deepl: FakeDeepL;
let folder: string;
beforeAll(async () => {
  template = await createTemplate(1);
}, 120_000);
afterAll(() => template.remove());
beforeEach(async () => {
  deepl = await startFakeDeepL({ latency: 300, translate });
  folder = template.copy();
});
afterEach(() => deepl.close());

type Signal = 'SIGINT' | 'SIGTERM';
const signals = [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const;

/** Local work that takes a minute: Node looks at no signal meanwhile. */
const sleep = 'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60_000)';
const say = "process.stderr.write('busy\\n')";
const busy = {
  reading: `Intl.Segmenter = class { segment() { ${say}; ${sleep}; } };`,
  writing: `import fs from 'node:fs'; import { syncBuiltinESMExports } from 'node:module'; const rename = fs.renameSync;
    fs.renameSync = (from, to) => { if (String(to).endsWith('.review.yaml')) { ${say}; ${sleep}; } rename(from, to); }; syncBuiltinESMExports();`,
};

test.each([
  ['SIGINT', 'reading', 130],
  ['SIGTERM', 'writing', 143],
] as const)('%s ends %s at once, and the next run goes on', async (signal, work, status) => {
  const code = busy[work];
  const started = begin({ env: { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(code)}` } });
  await started.says('busy\n');
  const began = performance.now();
  started.kill(signal);
  const ended = await started.ended;
  expect(performance.now() - began).toBeLessThan(5000);
  expect(statusOf(ended)).toBe(status);
  await expectNothingLost(0);
});

test.each(signals)(
  '%s while answers are awaited: they arrive, nothing more is sent, and the run says how to go on',
  async (signal, status) => {
    const started = begin();
    await untilAsked(1);
    started.kill(signal);
    const ended = await started.ended;
    expect([statusOf(ended), deepl.requests.length]).toEqual([status, 1]);
    expect(ended.err).toContain('Interrupted. What was done is saved; run again to go on.');
    expect(existsSync(join(folder, '.wordferry/lock'))).toBe(false);
    await expectNothingLost(0);
  },
);

test('a second signal ends it at once; only what was under way is paid again', async () => {
  const started = begin();
  await untilAsked(1);
  started.kill('SIGINT');
  await pause(50);
  started.kill('SIGTERM');
  expect(statusOf(await started.ended)).toBe(143);
  await expectNothingLost(1);
});

function begin(more: Partial<Program> = {}): ReturnType<typeof start> {
  return start({ folder, url: deepl.url, args: ['translate', '--engine', 'deepl', '--jobs', '1'], ...more });
}

/** As a shell says it. */
function statusOf({ status, signal }: Ended): number | null {
  return signals.find(([name]) => name === (signal as Signal | null))?.[1] ?? status;
}

async function untilAsked(count: number): Promise<void> {
  while (deepl.requests.length < count) await pause(10);
}

async function expectNothingLost(batches: number): Promise<void> {
  const world = { template, folder, deepl, jobs: 1 as const };
  const wreck = await expectKept(world);
  expect(wreck.batches).toBeLessThanOrEqual(batches);
  if (batches > 0) expectWhole(world);
  await expectRecovery(world, wreck.atRisk, 'here');
}
