import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inPairs } from './in-pairs.ts';
import { evenly } from './points.ts';
import { type Ended, type Fault, run } from './program.ts';
import { expectKept, expectRecovery, type World } from './survive.ts';
import { createTemplate, startDeepL, type Template } from './template.ts';

/**
 * A disk that fails at any call: the run says so (exit status 7), sends nothing more, and loses nothing that was paid;
 * once the disk is well the next run goes on. `CRASH_POINTS=900` looks at that many points instead of 10.
 */
const points = Number(process.env.CRASH_POINTS ?? 10);
const isFull = process.env.CRASH_POINTS !== undefined;

let template: Template;
let readers: readonly string[];
beforeAll(async () => {
  template = await createTemplate(1);
  readers = await otherCalls();
}, 120_000);
afterAll(() => template.remove());

type Point = Required<Pick<Fault, 'at' | 'code'>> & Pick<Fault, 'how' | 'lasts' | 'calls'>;

test('one call fails', async () => {
  const codes = ['EIO', 'ENOSPC', 'EMFILE'] as const;
  const all = template.calls.map((_, index) => ({
    at: index + 1,
    code: codes[index % 3] ?? 'EIO',
    how: 'half' as const,
  }));
  await endureAll('once', evenly(all, Math.floor(points * 0.4)));
});

test('all calls from one on fail', async () => {
  const codes = ['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES'] as const;
  const all = template.calls.map((_, index) => ({
    at: index + 1,
    code: codes[index % 4] ?? 'EIO',
    how: 'half' as const,
    lasts: true,
  }));
  await endureAll('lasting', evenly(all, Math.floor(points * 0.4)));
});

test('a call that reads or closes fails', async () => {
  const codes = ['EIO', 'EACCES', 'EMFILE'] as const;
  const all = readers.map((_, index) => ({ at: index + 1, code: codes[index % 3] ?? 'EIO', calls: 'others' as const }));
  await endureAll('reading', evenly(all, Math.floor(points * 0.2)));
});

async function otherCalls(): Promise<readonly string[]> {
  const deepl = await startDeepL();
  const folder = template.copy();
  const log = `${folder}.calls`;
  const fault = { within: [folder], calls: 'others' as const, log };
  await run({ folder, url: deepl.url, args: ['translate', '--engine', 'deepl'], fault });
  await deepl.close();
  return readFileSync(log, 'utf8').replaceAll(folder, '').split('\n');
}

async function endureAll(name: string, all: readonly Point[]): Promise<void> {
  const began = performance.now();
  const statuses = await inPairs(all, endure);
  const failures = statuses.filter((each) => typeof each === 'string');
  expect(failures.join('\n----\n')).toBe('');
  const counts = [...new Set(statuses)].map(
    (status) => `${statuses.filter((each) => each === status).length} × exit ${status}`,
  );
  if (isFull) console.log(name, counts.join(', '), `${Math.round((performance.now() - began) / 1000)} s`);
  expect(statuses.length).toBe(all.length);
}

async function endure(point: Point, index: number): Promise<number | null | string> {
  const deepl = await startDeepL();
  const world: World = { template, jobs: index % 2 === 0 ? 1 : 4, deepl, folder: template.copy() };
  const call = (point.calls === 'others' ? readers : template.calls)[point.at - 1];
  const temporary = mkdtempSync(join(tmpdir(), 'wordferry-rescue-'));
  try {
    const ended = await run({
      folder: world.folder,
      url: deepl.url,
      args: ['translate', '--engine', 'deepl', '--jobs', String(world.jobs)],
      // Every other time the folder for temporary files fails too.
      fault: { within: [world.folder, ...(index % 4 < 2 ? [] : [temporary])], ...point },
      env: { TMPDIR: temporary },
    });
    expect([0, 1, 3, 7], `${ended.out}${ended.err}`).toContain(ended.status);
    if (ended.status !== 0) expect(ended.err).not.toBe('');
    await expectKept(world);
    takeRescued(world.folder, temporary, ended);
    await expectRecovery(world, new Set(), index % 8 === 0 ? 'program' : 'here');
    return ended.status;
  } catch (error) {
    return `${call} ${JSON.stringify({ ...point, jobs: world.jobs })}: ${(error as Error).message}`;
  } finally {
    await deepl.close();
    for (const folder of [world.folder, temporary]) rmSync(folder, { recursive: true });
  }
}

/** As the message says: what was saved elsewhere, or printed, goes into the journal. */
function takeRescued(folder: string, temporary: string, { out }: Ended): void {
  const saved = readdirSync(temporary, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.jsonl'));
  const texts = [...saved.map((name) => readFileSync(join(temporary, name), 'utf8')), out];
  // Of a line that the disk took half of, the whole is somewhere else.
  const lines = texts.flatMap((text) => text.match(/^\{.*\}\n/gm) ?? []);
  const journal = join(folder, '.wordferry/journal');
  if (lines.length === 0) return;
  mkdirSync(journal, { recursive: true });
  appendFileSync(join(journal, '000000.jsonl'), lines.join(''));
}
