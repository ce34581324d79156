import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { FakeDeepL } from '../engines/fake-deepl.ts';
import { run } from './program.ts';
import { expectKept, expectRecovery } from './survive.ts';
import { createTemplate, startDeepL, type Template } from './template.ts';

/** Disks as the kernel has them, where the tests may make them: as root, with mount and setpriv. */
let template: Template;
let deepl: FakeDeepL;
let folder: string;
beforeAll(async () => {
  template = await createTemplate(1);
}, 120_000);
afterAll(() => template.remove());
beforeEach(async () => {
  deepl = await startDeepL();
  folder = template.copy();
});
afterEach(() => deepl.close());

const works = (command: string, ...args: readonly string[]): boolean => spawnSync(command, args).status === 0;
const small = ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs'];
const mayMount = ((): boolean => {
  const place = mkdtempSync(join(tmpdir(), 'wordferry-mount-'));
  const may = works('mount', ...small, place) && works('umount', place);
  rmSync(place, { recursive: true });
  return may;
})();
const nobody = ['setpriv', '--reuid', '65534', '--regid', '65534', '--clear-groups'] as const;
const args = ['translate', '--engine', 'deepl'];

test.runIf(mayMount)('a state folder with too little room is found before anything is paid', async () => {
  const state = join(folder, '.wordferry');
  rmSync(state, { recursive: true });
  mkdirSync(state);
  spawnSync('mount', [...small, state]);
  try {
    const { status, err } = await run({ folder, url: deepl.url, args });
    expect([status, deepl.requests.length], err).toEqual([7, 0]);
    expect(err).toMatch(/^Unexpected full disk \([\d,]+ bytes free\), expected [\d,]+ bytes for the journal/m);
  } finally {
    spawnSync('umount', [state]);
  }
  await expectGoesOn();
});

test.runIf(works(...nobody, 'true'))('a folder that may not be written is found before anything is paid', async () => {
  for (const path of [dirname(folder), folder]) chmodSync(path, 0o755);
  const { status, err } = await run({ folder, url: deepl.url, args, under: nobody });
  expect([status, deepl.requests.length], err).toEqual([7, 0]);
  expect(err).toMatch(/^\.wordferry/);
  await expectGoesOn();
});

async function expectGoesOn(): Promise<void> {
  const world = { template, folder, deepl, jobs: 4 as const };
  await expectKept(world);
  await expectRecovery(world, new Set(), 'here');
}
