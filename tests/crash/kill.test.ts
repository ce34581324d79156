import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inPairs } from './in-pairs.ts';
import { evenly, seeded } from './points.ts';
import { type Fault, start } from './program.ts';
import { expectKept, expectRecovery, expectWhole, type Wreck } from './survive.ts';
import { type SystemCall, systemCalls } from './system-calls.ts';
import { createTemplate, startDeepL, type Template } from './template.ts';

/**
 * `kill -9` at any moment: no text that a person wrote is lost, no file is half, the next run recovers by itself, and
 * only what was under way is paid again. Of more points than a few,
 *
 *     npm run build && CRASH_POINTS=400 npx vitest run --config tests/vitest.config.ts --testTimeout 7200000 tests/crash
 *
 * looks at that many instead of 60, and a third as many more where strace is, and says what it found.
 */
const points = Number(process.env.CRASH_POINTS ?? 60);
const isFull = process.env.CRASH_POINTS !== undefined;

/** Where a run is killed: at one of its calls, or so many milliseconds after it began. */
type Blow =
  | { readonly call: Pick<Fault, 'at' | 'how'> }
  | { readonly moment: number }
  | { readonly strace: SystemCall };

interface Point {
  readonly template: Template;
  readonly jobs: 1 | 4;
  /** One run after the other. */
  readonly blows: readonly Blow[];
}

let templates: readonly [Template, Template];
beforeAll(async () => {
  // The second one has so many files that they are written together.
  templates = await Promise.all([createTemplate(2), createTemplate(4)]);
}, 120_000);
afterAll(() => {
  for (const template of templates) template.remove();
});

test('at a call that changes the disk', async () => {
  const all = eachSetting.flatMap(([template, jobs]) =>
    callsOf(templates[template]).map((call) => ({ template: templates[template], jobs, blows: [{ call }] })),
  );
  const chosen = evenly(all, Math.floor((points * 2) / 3));
  expect(await surviveAll('call', chosen)).toBe(chosen.length);
});

test('at any moment', async () => {
  const random = seeded(1);
  const chosen = Array.from({ length: Math.floor(points / 6) }, (_, at) => {
    const [template, jobs] = eachSetting[at % eachSetting.length] ?? [0, 1];
    const { duration } = templates[template];
    return { template: templates[template], jobs, blows: [{ moment: (0.15 + 0.85 * random()) * duration }] };
  });
  expect(await surviveAll('moment', chosen)).toBeGreaterThan(0);
});

test('and again while the next run recovers', async () => {
  const random = seeded(2);
  const pick = (template: Template): Blow => {
    const calls = callsOf(template);
    return { call: calls[Math.floor(random() * calls.length)] ?? {} };
  };
  const chosen = Array.from({ length: Math.floor(points / 12) }, (_, at) => {
    const [template, jobs] = eachSetting[at % eachSetting.length] ?? [0, 1];
    return { template: templates[template], jobs, blows: [pick(templates[template]), pick(templates[template])] };
  });
  expect(await surviveAll('twice', chosen)).toBeGreaterThanOrEqual(chosen.length);
});

const hasStrace = spawnSync('strace', ['-V']).status === 0;

/** Calls of the kernel, wherever they come from. */
test.runIf(hasStrace)('at a system call', async () => {
  const [template] = templates;
  const all = (await systemCalls(template)).map((strace) => ({ template, jobs: 1 as const, blows: [{ strace }] }));
  const chosen = evenly(all, isFull ? Math.floor(points / 3) : 2);
  expect(await surviveAll('strace', chosen)).toBeGreaterThan(chosen.length / 2);
});

const eachSetting = [
  [0, 1],
  [0, 4],
  [1, 4],
] as const;

function callsOf({ calls }: Template): readonly Pick<Fault, 'at' | 'how'>[] {
  return calls.flatMap((call, index) => {
    const at = index + 1;
    const isWrite = call.startsWith('writeFileSync');
    return [
      { at, how: 'before' as const },
      ...(isWrite ? [{ at, how: 'half' as const }] : []),
      { at, how: 'after' as const },
    ];
  });
}

/** Gives how many runs were killed before they came to their end. */
async function surviveAll(name: string, all: readonly Point[]): Promise<number> {
  const began = performance.now();
  const survived = await inPairs(all, survive);
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const figures = {
    points: survived.length,
    killed: sum(survived.map(({ killed }) => killed)),
    paidAgain: sum(survived.map(({ paidAgain }) => paidAgain)),
    seconds: Math.round((performance.now() - began) / 1000),
  };
  if (isFull) console.log(name, JSON.stringify(figures));
  return figures.killed;
}

interface Survived {
  readonly killed: number;
  /** Characters. */
  readonly paidAgain: number;
}

async function survive({ template, jobs, blows }: Point, index: number): Promise<Survived> {
  const deepl = await startDeepL();
  const world = { template, jobs, deepl, folder: template.copy() };
  try {
    let killed = 0;
    const wrecks: Wreck[] = [];
    for (const blow of blows) {
      if (await runUnder(blow, world)) killed += 1;
      wrecks.push(await expectKept(world));
      expectWhole(world);
      expect(wrecks.at(-1)?.batches).toBeLessThanOrEqual(jobs * wrecks.length);
    }
    const atRisk = new Set(wrecks.flatMap((wreck) => [...wreck.atRisk]));
    const paidAgain = await expectRecovery(world, atRisk, index % 8 === 0 ? 'program' : 'here');
    return { killed, paidAgain };
  } catch (error) {
    throw new Error(`${JSON.stringify({ jobs, blows })}: ${(error as Error).message}`, { cause: error });
  } finally {
    await deepl.close();
    rmSync(world.folder, { recursive: true });
  }
}

/** Whether it was killed. */
async function runUnder(
  blow: Blow,
  { folder, deepl, jobs }: { folder: string; deepl: { url: string }; jobs: number },
): Promise<boolean> {
  const program = { folder, url: deepl.url, args: ['translate', '--engine', 'deepl', '--jobs', String(jobs)] };
  if ('call' in blow) return wasKilled(start({ ...program, fault: { within: [folder], ...blow.call } }));
  if ('strace' in blow) {
    const { call, when } = blow.strace;
    const under = [
      'strace',
      '-f',
      '-qq',
      '-o',
      '/dev/null',
      '-e',
      `trace=${call}`,
      '-e',
      `inject=${call}:signal=KILL:when=${when}`,
    ];
    return wasKilled(start({ ...program, under }));
  }
  const started = start(program);
  const timer = setTimeout(() => started.kill('SIGKILL'), blow.moment);
  return wasKilled(started).finally(() => clearTimeout(timer));
}

async function wasKilled(started: ReturnType<typeof start>): Promise<boolean> {
  const { status, signal, err } = await started.ended;
  if (signal !== 'SIGKILL') expect(status, err).toBe(0);
  return signal === 'SIGKILL';
}
