import { expect, test } from 'vitest';
import { createGate } from '../../src/engines/gate.ts';
import { fakeTime, never } from './fixtures.ts';

const tick = () => new Promise((done) => setImmediate(done));

test('as many at once as the engine takes, in the order in which they came', async () => {
  const gate = createGate({ concurrency: 2 }, { time: fakeTime() });
  const inside: number[] = [];
  const entrances = [1, 2, 3, 4].map(async (number) => {
    const entrance = await gate.enter(1, never);
    inside.push(number);
    return entrance;
  });
  await tick();
  expect(inside).toEqual([1, 2]);
  (await entrances[0])?.answered();
  await tick();
  expect(inside).toEqual([1, 2, 3]);
  (await entrances[1])?.failed();
  await tick();
  expect(inside).toEqual([1, 2, 3, 4]);
});

test.each([
  [undefined, 4],
  [3, 3],
  [99, 4],
])('--jobs %s: %i at once', async (jobs, expected) => {
  const gate = createGate({ concurrency: 4 }, { time: fakeTime(), jobs });
  let inside = 0;
  for (let request = 0; request < 9; request += 1) void gate.enter(1, never).then(() => (inside += 1));
  await tick();
  expect(inside).toBe(expected);
});

test('a refusal for load halves them once, answers bring them back one by one', async () => {
  const time = fakeTime();
  const gate = createGate({ concurrency: 8 }, { time });
  const room = async (): Promise<number> => {
    const open = new AbortController();
    const entered = Array.from({ length: 8 }, () => gate.enter(1, open.signal));
    await tick();
    open.abort();
    const inside = (await Promise.all(entered)).filter((entrance) => entrance !== undefined);
    for (const entrance of inside) entrance.failed();
    return inside.length;
  };
  expect(await room()).toBe(8);
  const together = await Promise.all(Array.from({ length: 8 }, () => gate.enter(1, never)));
  await time.sleep(10, never);
  for (const entrance of together) entrance?.busy();
  expect(await room()).toBe(4);
  for (let answer = 0; answer < 5; answer += 1) (await gate.enter(1, never))?.answered();
  expect(await room()).toBe(5);
  for (let answer = 0; answer < 50; answer += 1) (await gate.enter(1, never))?.answered();
  expect(await room()).toBe(8);
});

test('characters a minute: none comes before its time, and none later', async () => {
  const time = fakeTime();
  const gate = createGate({ concurrency: 4, charactersPerMinute: 6000 }, { time });
  const at: number[] = [];
  for (const characters of [100, 200, 50, 1]) {
    (await gate.enter(characters, never))?.answered();
    at.push(time.now());
  }
  expect(at).toEqual([0, 1000, 3000, 3500]);
});

test('a pause holds for all, and the longest counts', async () => {
  const time = fakeTime();
  const gate = createGate({ concurrency: 4 }, { time });
  gate.pause(5000);
  gate.pause(1000);
  await Promise.all([gate.enter(1, never), gate.enter(1, never)]);
  expect(time.now()).toBe(5000);
});

test('the end of a run ends the waiting', async () => {
  const gate = createGate({ concurrency: 1 }, { time: fakeTime() });
  const stop = new AbortController();
  await gate.enter(1, stop.signal);
  const waiting = gate.enter(1, stop.signal);
  stop.abort();
  expect(await waiting).toBeUndefined();
});
