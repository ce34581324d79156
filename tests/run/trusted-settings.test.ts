import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { refuseUntrusted, trustedSettings } from '../../src/run/trusted-settings.ts';
import { readSettings } from '../../src/store/project.ts';

const key = { DEEPL_API_KEY: 'k' };

/** What GitHub writes for an event. */
function eventFile(head: string, base = 'house/paper'): string {
  const file = join(mkdtempSync(join(tmpdir(), 'wordferry-test-')), 'event.json');
  const repo = (name: string) => ({ repo: { full_name: name } });
  writeFileSync(file, JSON.stringify({ pull_request: { head: repo(head), base: repo(base) } }));
  return file;
}

const pullRequest = (head: string) => ({
  GITHUB_EVENT_NAME: 'pull_request',
  GITHUB_REPOSITORY: 'house/paper',
  GITHUB_EVENT_PATH: eventFile(head),
});

describe('A1 b: who opened a pull request does not spend', () => {
  test.each<readonly [string, object, readonly string[], boolean]>([
    ['no event', key, ['deepl'], false],
    ['a push', { ...key, GITHUB_EVENT_NAME: 'push' }, ['deepl'], false],
    ['a branch of our own', { ...key, ...pullRequest('house/paper') }, ['deepl'], false],
    ['a fork', { ...key, ...pullRequest('mallory/paper') }, ['deepl'], true],
    ['a fork, a key of another engine', { WORDFERRY_LLM_KEY: 'k', ...pullRequest('mallory/paper') }, ['llm'], true],
    ['a fork, a module', { ...key, ...pullRequest('mallory/paper') }, ['./mine.mjs'], true],
    ['a fork without a key', pullRequest('mallory/paper'), ['deepl'], false],
    ['a fork, the engine of this machine', { ...key, ...pullRequest('mallory/paper') }, ['local'], false],
    ['a fork, an engine for tests', { ...key, ...pullRequest('mallory/paper') }, ['mock'], false],
    ['pull_request_target', { ...key, GITHUB_EVENT_NAME: 'pull_request_target' }, ['deepl'], true],
    ['workflow_run', { ...key, GITHUB_EVENT_NAME: 'workflow_run' }, ['deepl'], true],
    ['an event that nobody can read', { ...key, GITHUB_EVENT_NAME: 'pull_request' }, ['local', 'deepl'], true],
  ])('%s', (_, env, route, isRefused) => {
    const attempt = () => refuseUntrusted([[], route], env as Record<string, string>);
    if (isRefused) expect(attempt).toThrow('trust.event');
    else expect(attempt).not.toThrow();
  });
});

describe('A1 c: where a key is, the base branch says who is asked and what may be spent', () => {
  const git = (root: string, ...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.org', ...args], { cwd: root });

  function repository(base: string | undefined, own: string): string {
    const root = mkdtempSync(join(tmpdir(), 'wordferry-test-'));
    for (const folder of ['source-de', 'translations/en']) mkdirSync(join(root, folder), { recursive: true });
    git(root, 'init', '-q', '-b', 'main');
    if (base !== undefined) writeFileSync(join(root, 'wordferry.yaml'), base);
    writeFileSync(join(root, 'source-de/a.txt'), 'Ja.\n');
    git(root, 'add', '-A');
    git(root, 'commit', '-q', '-m', 'base');
    writeFileSync(join(root, 'wordferry.yaml'), own);
    return root;
  }

  const greedy = 'engine: llm\nbudget: { characters: 99999999 }\nstyle: { en: { guide: Evil } }\nnewlines: line\n';

  test.each([
    ['the base branch has settings', 'engine: deepl\nbudget: { characters: 100 }\n', ['deepl'], 100],
    ['it has none', undefined, undefined, 50_000],
  ])('%s', async (_, base, engines, characters) => {
    const root = repository(base, greedy);
    const trusted = await trustedSettings(root, await readSettings(root), { ...key, GITHUB_BASE_REF: 'main' });
    expect(trusted).toMatchObject({ budget: { characters }, style: {}, newlines: 'line' });
    expect(trusted.engines).toEqual(engines);
  });

  test('without a key, or without a pull request, the files count as they are', async () => {
    const root = repository('engine: deepl\n', greedy);
    const own = await readSettings(root);
    expect(await trustedSettings(root, own, { GITHUB_BASE_REF: 'main' })).toEqual(own);
    expect(await trustedSettings(root, own, key)).toEqual(own);
  });

  test('without the base branch nobody is asked', async () => {
    const root = repository('engine: deepl\n', greedy);
    const own = await readSettings(root);
    await expect(trustedSettings(root, own, { ...key, GITHUB_BASE_REF: 'release' })).rejects.toThrow('trust.base');
  });
});
