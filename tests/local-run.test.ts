import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { toyFiles } from './engines/fake-registry.ts';
import { temporaryFolder } from './engines/fixtures.ts';
import { spell, toEnglish, toKorean } from './engines/toy-model.ts';
import { createSandbox, type Ran, type Sandbox } from './sandbox.ts';

/** The whole program with toy models: no network, no key. */
let sandbox: Sandbox;
let base: string;

beforeEach(async () => {
  base = temporaryFolder();
  const before = join(base, 'before');
  for (const folder of ['source-de', 'translations/en', 'translations/ko'])
    mkdirSync(join(before, folder), { recursive: true });
  writeFileSync(join(before, 'source-de/a.md'), `${text}\n`);
  for (const language of ['en', 'ko']) writeFileSync(join(before, 'translations', language, '.gitkeep'), '');
  mkdirSync(join(base, 'from'));
  const files = { ...toyFiles('de-en'), ...toyFiles('en-ko') };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(base, 'from', name), content);
  sandbox = await createSandbox(before);
});
afterEach(() => {
  sandbox.remove();
  rmSync(base, { recursive: true, force: true });
});

const text = 'Die Lage blieb **ruhig** und klar. Niemand kam an diesem Tag.';
const english = spell(text, toEnglish);

const models = () => join(base, 'models');
const wordferry = (line: string): Promise<Ran> => sandbox.sh(`wordferry ${line}`, { WORDFERRY_MODELS: models() });
const install = () => wordferry(`engines install de-en en-ko --from ${join(base, 'from')}`);
const translated = (language: string) => readFileSync(join(sandbox.folder, 'translations', language, 'a.md'), 'utf8');

test('models from a folder translate a project, once', async () => {
  const installed = await install();
  expect(installed.status, installed.text).toBe(0);
  expect((await install()).text).toContain('de-en: already installed');
  expect((await wordferry('engines list')).text).toMatch(/local +ready/);

  const first = await wordferry('translate --engine local');
  expect(first.status, first.text).toBe(0);
  expect(first.text).toContain('0 characters billed');
  expect(translated('en').trim()).toBe(english);
  expect(translated('ko').trim()).toBe(spell(english, toKorean));

  await sandbox.sh('rm -r translations/en/a.md*');
  const again = await wordferry('translate --engine local');
  expect(again.text).toContain('in 0 requests');
});

test('without models it says what to do', async () => {
  expect((await wordferry('engines list')).text).toContain('wordferry engines install de-en en-ko');
  const { text, status } = await wordferry('translate --engine local');
  expect(status).toBe(2);
  expect(text).toContain('expected after: wordferry engines install de-en\n  wordferry engines list says it for each');
});

test('an installation that is killed leaves the whole model or none, and the next one needs no help', async () => {
  for (let turn = 0; turn < 5; turn++) {
    const args = ['dist/cli.js', 'engines', 'install', 'de-en', '--from', join(base, 'from')];
    const child = spawn(process.execPath, args, {
      env: { ...process.env, WORDFERRY_MODELS: models() },
      stdio: 'ignore',
    });
    const ended = new Promise((done) => child.once('exit', done));
    await Promise.race([ended, wait(200 + 100 * turn)]);
    child.kill('SIGKILL');
    await ended;
    writeFileSync(join(base, 'from/lex.50.50.deen.s2t.bin'), `version ${turn + 1}`);
    const { text: list } = await wordferry('engines list');
    expect(list).toMatch(/local +(?:ready|Unexpected missing model)/);
    const { status, text: said } = await wordferry(`engines install de-en --from ${join(base, 'from')}`);
    expect(status, said).toBe(0);
    expect(readdirSync(models())).toEqual(['de-en']);
  }
});
