import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FakeService, Refusal, ServiceRequest } from '../engines/fake-service.ts';
import { fakeTime } from '../engines/fixtures.ts';
import { completionOf, contentOf } from '../engines/openai-faults.ts';
import { createDisk, type Disk } from '../laws/disk.ts';
import { faultRows } from './fault-rows.ts';
import { quickFolder } from './quick-folder.ts';
import { type AnyFaultName, type EngineName, staff } from './services.ts';
import { type Start, translateDisk } from './translate-disk.ts';

/**
 * Fault confluence: once faults stop, runs until status 0 give the bytes that a run without faults gives, whatever went
 * wrong before; and on the way no budget is overspent and nothing is paid again that was delivered. Each sentence is long
 * and has a mark of its own: damage to others (a word cut, two that changed places) may look like a translation.
 */
const project = createDisk(
  {
    'a.txt':
      'Der Hund mit der Nummer 101 schläft seit Stunden im Garten. Die Katze mit der Nummer 102 sitzt lieber auf dem Dach.\nIm Januar 2024 fielen in Berlin 120 Zentimeter Schnee.',
    'b.md':
      '# Der Bericht Nummer 417 über das Wetter in Berlin\n\nDas **alte** Haus Nummer 815 steht [hier am Waldrand](https://example.org/a). Seit 1990 wohnt niemand mehr darin, sagt {user}.\n\nIm Januar 2024 fielen in Berlin 120 Zentimeter Schnee.\n',
  },
  {},
  ['en', 'ko'],
);

interface Schedule {
  readonly name: EngineName;
  /** What requests meet, one after the other. */
  readonly faults: readonly (AnyFaultName | Refusal | undefined)[];
  /** Runs while they last. */
  readonly runs: readonly (Pick<Start, 'jobs' | 'budget'> & { readonly size: number })[];
}

// Deadlines take their time: they are in the matrix.
const faultsOf = (name: EngineName) =>
  faultRows.filter((row) => row[name] && row.id !== 'F08').map(({ fault }) => fault);

const runs: fc.Arbitrary<Schedule['runs']> = fc.array(
  fc.record({
    jobs: fc.integer({ min: 1, max: 4 }),
    size: fc.integer({ min: 2, max: 6 }),
    budget: fc.oneof(
      fc.constant({}),
      fc.record({ characters: fc.integer({ min: 0, max: 1500 }) }),
      fc.record({ cost: fc.double({ min: 0, max: 0.02, noNaN: true }) }),
    ),
  }),
  { minLength: 1, maxLength: 2 },
);

const schedules = fc.constantFrom<EngineName>('deepl', 'llm').chain((name) => {
  const fault = fc.constantFrom(...faultsOf(name));
  return fc.record<Schedule>({
    name: fc.constant(name),
    faults: fc.array(fc.option(fault, { nil: undefined }), { maxLength: 12 }),
    runs,
  });
});

const numRuns = Number(process.env.WORDFERRY_SCHEDULES ?? 200);

test(`${numRuns} schedules of faults come to the same bytes`, async () => {
  const right = { deepl: await finalFiles('deepl'), llm: await finalFiles('llm') };
  await fc.assert(
    fc.asyncProperty(schedules, async (schedule) => {
      expect(await play(schedule)).toEqual(right[schedule.name]);
    }),
    { seed: 5, numRuns },
  );
});

async function finalFiles(name: EngineName): Promise<Disk['files']> {
  return play({ name, faults: [], runs: [] });
}

async function play({ runs, ...schedule }: Schedule): Promise<Disk['files']> {
  const stage = await stageFor(schedule);
  try {
    for (const { budget, ...given } of runs) {
      const [before, mayRunAway] = [stage.spent(), stage.mayRunAway()];
      await stage.run({ budget, ...given });
      const { characters, cost } = stage.spent();
      checkBudget(budget, { characters: characters - before.characters, cost: mayRunAway ? 0 : cost - before.cost });
    }
    stage.mend();
    return await finish(stage);
  } finally {
    await stage.service.close();
  }
}

/** Runs until there is nothing left to do; one more does nothing. */
async function finish({ service, run }: Stage): Promise<Disk['files']> {
  let ran = await run();
  for (let more = 0; ran.status !== 0 && more < 3; more++) ran = await run();
  expect(ran.status).toBe(0);
  if (ran.hasQuarantined) ran = await run({ retryQuarantined: true });
  const sent = service.requests.length;
  const { disk } = await run();
  expect({ sent: service.requests.length, files: disk.files }).toEqual({ sent, files: ran.disk.files });
  const { afterLost, afterDamaged, ...never } = service.billedAgain();
  expect(never).toEqual({ afterDelivered: 0, inFlight: 0, withinRequest: 0 });
  return disk.files;
}

interface Stage {
  readonly service: FakeService;
  /** What one start of wordferry does. */
  run(given?: Partial<Start> & { readonly size?: number }): ReturnType<typeof translateDisk>;
  /** What was billed so far. */
  spent(): Required<Start['budget']>;
  mayRunAway(): boolean;
  /** Faults stop. */
  mend(): void;
}

async function stageFor({ name, faults }: Omit<Schedule, 'runs'>): Promise<Stage> {
  const [script, billed]: [(typeof faults)[number][], ServiceRequest[]] = [[...faults], []];
  const faultFor = (request: ServiceRequest) => {
    const fault = script.shift();
    if (typeof fault !== 'object') billed.push(request);
    return fault;
  };
  const { service, engineFor } = await staff(name, { faultFor });
  const [root, time] = [quickFolder(), fakeTime()];
  let disk = project;
  return {
    service,
    async run({ size = 4, ...given } = {}) {
      const ran = await translateDisk(disk, { root, time, engine: engineFor(size), jobs: 2, budget: {}, ...given });
      disk = ran.disk;
      return ran;
    },
    spent: () => ({
      characters: billed.reduce((sum, { characters }) => sum + characters, 0),
      cost: billed.reduce((sum, request) => sum + costOf(name, request), 0),
    }),
    mayRunAway: () => name === 'llm' && script.includes('runaway'),
    mend() {
      script.length = 0;
    },
  };
}

function checkBudget({ characters, cost }: Start['budget'], spent: Required<Start['budget']>): void {
  if (characters !== undefined) expect(spent.characters).toBeLessThanOrEqual(characters);
  if (cost !== undefined) expect(spent.cost).toBeLessThanOrEqual(cost + Number.EPSILON);
}

/** As the service counts. What a model writes beyond a translation nobody can know beforehand. */
function costOf(name: EngineName, request: ServiceRequest): number {
  if (name === 'deepl') return (request.characters * 20) / 1_000_000;
  const answers = request.texts.map((text) => `Translation: ${text}`);
  const { usage } = JSON.parse(completionOf(contentOf(answers), request));
  return (usage.prompt_tokens + 4 * usage.completion_tokens) / 1_000_000;
}
