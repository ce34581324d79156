import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type FakeDeepL, startFakeDeepL } from '../engines/fake-deepl.ts';
import { type Ended, run, type Started, start } from './program.ts';
import { createTemplate, type Template, translate } from './template.ts';
import { readTree } from './tree.ts';

/** Several programs in one folder. `CRASH_POINTS=200` starts so many contenders instead of 6, a few at a time. */
const contenders = Number(process.env.CRASH_POINTS ?? 6);

let template: Template;
let deepl: FakeDeepL;
let folder: string;
beforeAll(async () => {
  template = await createTemplate(1);
}, 120_000);
afterAll(() => template.remove());
beforeEach(async () => {
  // Slow enough that the others come while the first one is at work.
  deepl = await startFakeDeepL({ latency: 1000, translate });
  folder = template.copy();
});
afterEach(() => deepl.close());

const args = ['translate', '--engine', 'deepl', '--jobs', '4'];
const begin = (more: readonly string[] = []): Started => start({ folder, url: deepl.url, args: [...args, ...more] });
const lockFile = () => join(folder, '.wordferry/lock');

async function untilHeld(): Promise<void> {
  while (!existsSync(lockFile())) await pause(10);
}

test('exactly one writes; the others say who does, and end', async () => {
  for (let left = contenders; left > 0; left -= 3) {
    const started = [begin(), begin(), begin()];
    const ended = await Promise.all(started.map((each) => each.ended));
    const statuses = ended.map(({ status }) => status).sort();
    expect(statuses, said(ended)).toEqual([0, 5, 5]);
    const [writer] = started.filter((_, at) => ended[at]?.status === 0);
    for (const { err } of ended.filter(({ status }) => status === 5))
      expect(err).toMatch(
        new RegExp(
          `process ${writer?.pid} on ${hostname()}, since \\d{4}-\\d\\d-\\d\\dT[^ ]+Z\\n {2}Wait until it is done`,
        ),
      );
    expect([...readTree(folder)]).toEqual([...template.after]);
    expect(deepl.billedAgain()).toEqual(never);
    folder = template.copy();
    await deepl.close();
    deepl = await startFakeDeepL({ latency: 1000, translate });
  }
});

const never = { afterDelivered: 0, inFlight: 0, withinRequest: 0, afterLost: 0, afterDamaged: 0 };
const said = (ended: readonly Ended[]): string => ended.map(({ out, err }) => `${out}${err}`).join('\n');

test('with --lock-timeout the other waits, and finds nothing left to pay', async () => {
  const first = begin();
  await untilHeld();
  const second = await begin(['--lock-timeout', '60']).ended;
  expect([(await first.ended).status, second.status], second.err).toEqual([0, 0]);
  expect(second.out).toContain('0 characters billed');
  expect(deepl.billedAgain()).toEqual(never);
});

test('but no longer than it was told', async () => {
  const first = begin();
  await untilHeld();
  const began = performance.now();
  const { status } = await run({ folder, url: deepl.url, args: ['accept', 'translations', '--lock-timeout', '1'] });
  expect([status, performance.now() - began >= 1000]).toEqual([5, true]);
  first.kill('SIGKILL');
  await first.ended;
});

test.each([
  ['', /^Took over the lock of process \d+ on .+, since .+Z, which is gone\n/],
  ['--quiet', /^$/],
])('the lock of a holder that was killed is taken over, in one line (%s)', async (option, line) => {
  const first = begin();
  await untilHeld();
  first.kill('SIGKILL');
  await first.ended;
  const second = await begin(['--engine', 'none', ...(option === '' ? [] : [option])]).ended;
  expect(second.status, second.err).toBe(0);
  expect(second.err).toMatch(line);
  expect(second.err.match(/Took over/g) ?? []).toHaveLength(option === '' ? 1 : 0);
  expect(existsSync(lockFile())).toBe(false);
});

test('so is the lock of a process whose number another one has by now', async () => {
  const first = begin();
  await untilHeld();
  const holder = JSON.parse(readFileSync(lockFile(), 'utf8'));
  first.kill('SIGKILL');
  await first.ended;
  writeFileSync(lockFile(), JSON.stringify({ ...holder, pid: process.pid }));
  const { status, err } = await begin(['--engine', 'none']).ended;
  expect(status, err).toBe(0);
  expect(err).toContain(`process ${process.pid} on`);
});
